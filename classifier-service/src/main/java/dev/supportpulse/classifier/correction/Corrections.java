package dev.supportpulse.classifier.correction;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes corrections. */
public final class Corrections {

  private final CorrectionStore store;
  private final Runnable arrived;

  /**
   * Corrections kept in a store.
   *
   * @param arrived told of each new one once it is stored; must not block
   */
  public Corrections(CorrectionStore store, Runnable arrived) {
    this.store = store;
    this.arrived = arrived;
  }

  /** Stores a correction; it is published and learned from soon after. */
  public Outcome take(Correction correction) {
    CorrectionStore.Kept kept = store.keep(correction);
    if (kept.isNew()) {
      arrived.run();
      return new Outcome.Accepted(kept.stored());
    }
    return kept.stored().correction().saysWhat(correction)
        ? new Outcome.Known(kept.stored())
        : new Outcome.Conflicting(kept.stored());
  }

  /**
   * Forgets for good what the event of a correction says.
   *
   * @return whether the project has one of that sequence
   */
  public boolean forgetText(String project, long sequence, Instant at) {
    return store.forgetText(project, sequence, at);
  }

  /**
   * The newest corrections first.
   *
   * @param project whose; null for every project's
   * @param before only those of a lower sequence
   */
  public List<Stored> newest(@Nullable String project, long before, int limit) {
    return store.newest(project, before, limit);
  }
}
