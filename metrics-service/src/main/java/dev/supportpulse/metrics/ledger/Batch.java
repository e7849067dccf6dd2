package dev.supportpulse.metrics.ledger;

import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;

/**
 * What was polled at once, by partition. It is counted in one transaction together with the
 * offsets.
 *
 * @param stripe which stripe of the buckets this instance writes to
 */
public record Batch(NavigableMap<SourcePartition, Slice> slices, int stripe) {

  /** How many facts there are. */
  public int facts() {
    return slices.values().stream().mapToInt(slice -> slice.facts().size()).sum();
  }

  /**
   * The facts of one partition, in order.
   *
   * @param claim the offset that the ledger must still stand at, under the epoch of our claim
   * @param next offset after the last record of the slice
   * @param appendedAt when the broker appended the last record of the slice
   */
  public record Slice(Claim claim, long next, Instant appendedAt, List<Fact> facts) {}
}
