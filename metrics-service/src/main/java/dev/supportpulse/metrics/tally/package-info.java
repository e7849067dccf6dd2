/**
 * Additive counts and where they are counted. Knows the vocabulary of events and nothing else: no
 * clock, no database, no ratios.
 */
@NullMarked
package dev.supportpulse.metrics.tally;

import org.jspecify.annotations.NullMarked;
