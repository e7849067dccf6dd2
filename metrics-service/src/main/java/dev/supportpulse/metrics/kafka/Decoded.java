package dev.supportpulse.metrics.kafka;

import dev.supportpulse.metrics.ledger.Fact;
import org.jspecify.annotations.Nullable;

/** What a record turned out to be. */
public sealed interface Decoded {

  /** A fact to count. */
  record Countable(Fact fact) implements Decoded {}

  /** Nothing that can be counted: it goes to the dead letters. */
  record Unreadable(String code, String message) implements Decoded {}

  /**
   * An event that the ledger is not kept for goes to the dead letters.
   *
   * @param fact that it is quarantined; null if it is accounted for already
   */
  record OutOfRange(Fact.@Nullable EventRefused fact, String message) implements Decoded {}

  /** Put in again for another service: nothing to count. */
  record ForAnother() implements Decoded {}
}
