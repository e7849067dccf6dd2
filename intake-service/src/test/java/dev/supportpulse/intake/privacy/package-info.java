@NullMarked
package dev.supportpulse.intake.privacy;

import org.jspecify.annotations.NullMarked;
