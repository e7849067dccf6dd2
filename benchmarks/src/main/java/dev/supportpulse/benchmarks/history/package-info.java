/**
 * A lifelike history of support, as records of the two topics that metrics-service counts. Knows
 * the shared language; knows no broker, and nothing of who counts.
 */
@NullMarked
package dev.supportpulse.benchmarks.history;

import org.jspecify.annotations.NullMarked;
