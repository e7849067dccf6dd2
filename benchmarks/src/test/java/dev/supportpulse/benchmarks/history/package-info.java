/** The history is as lifelike as it says. */
@NullMarked
package dev.supportpulse.benchmarks.history;

import org.jspecify.annotations.NullMarked;
