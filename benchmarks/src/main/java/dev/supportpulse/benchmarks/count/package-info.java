/**
 * Counting what a topic holds, as fast as it goes: metrics-service and what it is compared with.
 * Each contender gets records of the same history in topics of its own.
 */
@NullMarked
package dev.supportpulse.benchmarks.count;

import org.jspecify.annotations.NullMarked;
