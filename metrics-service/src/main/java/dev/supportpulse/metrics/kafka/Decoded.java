package dev.supportpulse.metrics.kafka;

import dev.supportpulse.metrics.ledger.Fact;

/** What a record turned out to be. */
sealed interface Decoded {

  /** A fact to count. */
  record Countable(Fact fact) implements Decoded {}

  /** Nothing that can be counted: it goes to the dead letters. */
  record Unreadable(String code, String message) implements Decoded {}

  /**
   * An event that the ledger is not kept for: accounted as quarantined, and to the dead letters.
   */
  record OutOfRange(Fact.EventRefused fact, String message) implements Decoded {}
}
