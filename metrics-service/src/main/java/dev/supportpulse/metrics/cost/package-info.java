/**
 * What support costs and earns: formulas of requirements §2 over tallies of amounts and usage.
 * Money is exact, and currencies are never added together.
 */
@NullMarked
package dev.supportpulse.metrics.cost;

import org.jspecify.annotations.NullMarked;
