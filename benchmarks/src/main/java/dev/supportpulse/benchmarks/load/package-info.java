/**
 * A load generator that takes as little as it can of the processors that it shares with what it
 * measures: one thread, requests patched into prepared bytes, answers only counted. Knows HTTP and
 * clocks, nothing of what is measured.
 */
@NullMarked
package dev.supportpulse.benchmarks.load;

import org.jspecify.annotations.NullMarked;
