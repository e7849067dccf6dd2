/** Counts what was set aside, now and then, for health and metrics. */
@NullMarked
package dev.supportpulse.intake.watch;

import org.jspecify.annotations.NullMarked;
