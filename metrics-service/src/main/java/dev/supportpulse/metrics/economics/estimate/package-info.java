/**
 * The coefficients of the economics model, estimated from what was counted. Thin cells borrow from
 * the others. Knows tallies and the model; no clock and no database.
 */
@NullMarked
package dev.supportpulse.metrics.economics.estimate;

import org.jspecify.annotations.NullMarked;
