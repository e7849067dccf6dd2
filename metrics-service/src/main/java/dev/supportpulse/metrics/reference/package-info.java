/**
 * What people set for a project and figures are measured against: baseline, weights, rate card,
 * budget, targets. Knows values and the port that keeps them.
 */
@NullMarked
package dev.supportpulse.metrics.reference;

import org.jspecify.annotations.NullMarked;
