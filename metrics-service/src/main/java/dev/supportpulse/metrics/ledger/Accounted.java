package dev.supportpulse.metrics.ledger;

import dev.supportpulse.events.RejectionOutcome;

/**
 * What became of what was received: received = accepted + duplicate + rejected + quarantined.
 * Conflicts count as rejected. What comes again is a duplicate, whatever became of it at first.
 */
public record Accounted(long accepted, long duplicate, long rejected, long quarantined) {

  static final Accounted NONE = new Accounted(0, 0, 0, 0);
  static final Accounted ACCEPTED = new Accounted(1, 0, 0, 0);
  static final Accounted DUPLICATE = new Accounted(0, 1, 0, 0);
  static final Accounted REJECTED = new Accounted(0, 0, 1, 0);
  static final Accounted QUARANTINED = new Accounted(0, 0, 0, 1);

  /** It was quarantined, and now it is accepted. */
  static final Accounted RELEASED = new Accounted(1, 0, 0, -1);

  static Accounted of(RejectionOutcome outcome) {
    return outcome == RejectionOutcome.REJECTED ? REJECTED : QUARANTINED;
  }

  /** Associative and commutative. */
  public Accounted plus(Accounted other) {
    return new Accounted(
        accepted + other.accepted,
        duplicate + other.duplicate,
        rejected + other.rejected,
        quarantined + other.quarantined);
  }
}
