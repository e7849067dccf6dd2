/**
 * Benchmarks: each starts a real broker and the packaged service, compares it with a peer in the
 * same run, and prints figures beside their targets. {@code benchmarks/run} starts them; nothing in
 * the build does.
 */
@NullMarked
package dev.supportpulse.benchmarks;

import org.jspecify.annotations.NullMarked;
