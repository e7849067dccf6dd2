@NullMarked
package dev.supportpulse.intake.submission;

import org.jspecify.annotations.NullMarked;
