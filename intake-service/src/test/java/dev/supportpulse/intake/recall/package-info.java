/** Tests of what is remembered. */
@NullMarked
package dev.supportpulse.intake.recall;

import org.jspecify.annotations.NullMarked;
