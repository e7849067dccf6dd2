package dev.supportpulse.metrics.ledger;

import dev.supportpulse.events.ClassificationOrigin;
import dev.supportpulse.events.ClassifierTier;
import java.util.Comparator;

/**
 * Which of several findings about one event holds: HUMAN over MODEL, then the highest sequence,
 * then ACCURATE over FAST. What comes later in the stream is not asked.
 */
public record Precedence(ClassificationOrigin origin, long sequence, ClassifierTier tier)
    implements Comparable<Precedence> {

  private static final Comparator<Precedence> ORDER =
      Comparator.comparing(Precedence::origin)
          .thenComparingLong(Precedence::sequence)
          .thenComparing(Precedence::tier);

  @Override
  public int compareTo(Precedence other) {
    return ORDER.compare(this, other);
  }
}
