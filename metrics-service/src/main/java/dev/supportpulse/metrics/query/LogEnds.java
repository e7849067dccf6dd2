package dev.supportpulse.metrics.query;

import dev.supportpulse.metrics.ledger.SourcePartition;
import java.time.Instant;
import java.util.Map;

/**
 * How far the log reached.
 *
 * @param askedAt just before the broker was asked: whatever was appended before is inside
 */
public record LogEnds(Instant askedAt, Map<SourcePartition, Extent> extents) {

  public LogEnds {
    extents = Map.copyOf(extents);
  }

  /** Offsets of the first record that is kept and of the next one to be appended. */
  public record Extent(long beginning, long end) {}
}
