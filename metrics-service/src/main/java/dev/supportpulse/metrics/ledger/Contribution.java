package dev.supportpulse.metrics.ledger;

import dev.supportpulse.metrics.tally.Dimensions;
import dev.supportpulse.metrics.tally.Granule;
import dev.supportpulse.metrics.tally.Tally;
import java.time.Instant;

/** What one event or one case adds to the buckets: a tally in one cell. */
public record Contribution(Instant minute, Dimensions dimensions, Tally tally) {

  /** Counts in the minute that holds the instant. */
  static Contribution at(Instant instant, Dimensions dimensions, Tally tally) {
    return new Contribution(Granule.MINUTE.floor(instant), dimensions, tally);
  }
}
