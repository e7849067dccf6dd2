package dev.supportpulse.metrics.window;

import dev.supportpulse.metrics.tally.Granule;
import java.time.Instant;

/** Consecutive granules of one tier: those that start in {@code [from, to)}. */
public record Slice(Granule granule, Instant from, Instant to) {

  public Slice {
    if (!granule.aligned(from) || !granule.aligned(to)) {
      throw new IllegalArgumentException("a slice is made of whole granules");
    }
  }

  boolean meets(Slice next) {
    return granule == next.granule && to.equals(next.from);
  }
}
