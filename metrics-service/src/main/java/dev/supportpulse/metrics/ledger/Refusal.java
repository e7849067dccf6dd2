package dev.supportpulse.metrics.ledger;

import dev.supportpulse.events.Digest;
import dev.supportpulse.events.RejectionOutcome;
import java.util.Comparator;

/**
 * A body that was refused under an identity, and what became of it: rejected, which conflicts are
 * too, or quarantined. When the same comes again it is a duplicate.
 */
public record Refusal(EventKey event, Digest digest, RejectionOutcome outcome)
    implements Comparable<Refusal> {

  private static final Comparator<Refusal> ORDER =
      Comparator.comparing(Refusal::event)
          .thenComparing(refusal -> refusal.digest().hex())
          .thenComparing(Refusal::outcome);

  @Override
  public int compareTo(Refusal other) {
    return ORDER.compare(this, other);
  }
}
