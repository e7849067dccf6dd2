/** The load generator against a small server of its own. */
@NullMarked
package dev.supportpulse.benchmarks.load;

import org.jspecify.annotations.NullMarked;
