package dev.supportpulse.metrics.postgres;

import dev.supportpulse.metrics.ledger.Accounted;
import dev.supportpulse.metrics.ledger.LedgerChanges;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Counts, since the start, what committed batches did. The exact accounts are in the database. */
@ApplicationScoped
class LedgerMeters {

  private static final String RECEIVED = "supportpulse.metrics.received";

  private final Counter accepted;
  private final Counter duplicate;
  private final Counter rejected;
  private final Counter quarantined;
  private final Counter conflicts;
  private final Counter restatements;

  LedgerMeters(MeterRegistry meters) {
    accepted = meters.counter(RECEIVED, "outcome", "accepted");
    duplicate = meters.counter(RECEIVED, "outcome", "duplicate");
    rejected = meters.counter(RECEIVED, "outcome", "rejected");
    quarantined = meters.counter(RECEIVED, "outcome", "quarantined");
    conflicts = meters.counter("supportpulse.metrics.conflicts");
    restatements = meters.counter("supportpulse.metrics.restated.minutes");
  }

  /** Null if the batch changed nothing. */
  void count(@Nullable LedgerChanges changes) {
    if (changes == null) {
      return;
    }
    for (Accounted accounted : changes.accounted().values()) {
      accepted.increment((double) accounted.accepted());
      duplicate.increment((double) accounted.duplicate());
      rejected.increment((double) accounted.rejected());
      quarantined.increment((double) accounted.quarantined());
    }
    conflicts.increment((double) changes.conflicts().size());
    long restated =
        changes.deltas().keySet().stream()
            .filter(minute -> changes.restatedAt(minute) != null)
            .count();
    restatements.increment((double) restated);
  }
}
