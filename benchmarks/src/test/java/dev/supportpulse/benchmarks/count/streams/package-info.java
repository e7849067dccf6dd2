/** The topology, without a broker. */
@NullMarked
package dev.supportpulse.benchmarks.count.streams;

import org.jspecify.annotations.NullMarked;
