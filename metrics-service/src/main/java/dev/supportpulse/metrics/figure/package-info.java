/**
 * What a figure is: a value that says how good it is, or the reason why there is none. Knows the
 * arithmetic, not the formulas.
 */
@NullMarked
package dev.supportpulse.metrics.figure;

import org.jspecify.annotations.NullMarked;
