/**
 * What customer tiers are promised and what they pay. Knows values and the port that keeps them.
 */
@NullMarked
package dev.supportpulse.metrics.economics.pricing;

import org.jspecify.annotations.NullMarked;
