package dev.supportpulse.metrics.ledger;

import dev.supportpulse.events.ClassificationOrigin;
import dev.supportpulse.events.ClassifierTier;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.Sentiment;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** What the need of an event was found to be, as far as figures are concerned. */
public record Classification(
    NeedCategory category,
    @Nullable Sentiment sentiment,
    ClassificationOrigin origin,
    long sequence,
    ClassifierTier tier) {

  /** HUMAN over MODEL, then the highest sequence, then ACCURATE over FAST. */
  private static final Comparator<Classification> PRECEDENCE =
      Comparator.comparing(Classification::origin)
          .thenComparingLong(Classification::sequence)
          .thenComparing(Classification::tier);

  /** Whether this one replaces {@code other}. An equal one is the same one again and does not. */
  public boolean precedes(@Nullable Classification other) {
    return other == null || PRECEDENCE.compare(this, other) > 0;
  }
}
