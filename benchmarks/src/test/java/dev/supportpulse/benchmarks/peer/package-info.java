/** The peers do what intake does. */
@NullMarked
package dev.supportpulse.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
