/** The benchmarks' own arithmetic and load generator, without any broker. */
@NullMarked
package dev.supportpulse.benchmarks;

import org.jspecify.annotations.NullMarked;
