/** Solves linear programs with Google OR-Tools. */
@NullMarked
package dev.supportpulse.metrics.ortools;

import org.jspecify.annotations.NullMarked;
