@NullMarked
package dev.supportpulse.benchmarks.classify;

import org.jspecify.annotations.NullMarked;
