package dev.supportpulse.metrics.ledger;

import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;

/** Where facts are counted, each exactly once. */
public interface Ledger {

  /**
   * Claims partitions: whoever held them before can write no more. Waits for commits in flight.
   *
   * @param beginnings for each partition the offset to begin at if it was never claimed
   * @return where to read on, for each partition
   */
  Map<SourcePartition, Claim> claim(NavigableMap<SourcePartition, Long> beginnings);

  /**
   * Counts a batch and moves the offsets, in one transaction.
   *
   * @return the partitions that someone else has claimed meanwhile; of those nothing was counted
   */
  NavigableSet<SourcePartition> record(Batch batch);
}
