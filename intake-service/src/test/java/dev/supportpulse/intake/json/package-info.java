@NullMarked
package dev.supportpulse.intake.json;

import org.jspecify.annotations.NullMarked;
