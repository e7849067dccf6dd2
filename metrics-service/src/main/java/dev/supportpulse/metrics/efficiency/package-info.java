/** How well cases are handled: formulas of requirements §2 over tallies of cases and durations. */
@NullMarked
package dev.supportpulse.metrics.efficiency;

import org.jspecify.annotations.NullMarked;
