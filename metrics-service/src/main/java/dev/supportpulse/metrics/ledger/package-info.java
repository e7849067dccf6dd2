/**
 * What is counted, under which identity, and how history restates: the pure core of ingestion.
 *
 * <p>Knows tallies and the shared language. Knows no clock, broker or database: {@code kafka}
 * brings facts, {@code postgres} brings what is known and writes what changes.
 */
@NullMarked
package dev.supportpulse.metrics.ledger;

import org.jspecify.annotations.NullMarked;
