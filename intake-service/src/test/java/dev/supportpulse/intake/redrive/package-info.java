@NullMarked
package dev.supportpulse.intake.redrive;

import org.jspecify.annotations.NullMarked;
