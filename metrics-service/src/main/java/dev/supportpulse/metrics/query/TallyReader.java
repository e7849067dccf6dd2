package dev.supportpulse.metrics.query;

import dev.supportpulse.metrics.ledger.SourcePartition;
import dev.supportpulse.metrics.tally.Dimension;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;
import dev.supportpulse.metrics.window.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where tallies are read from. */
public interface TallyReader {

  /** Reads counts and positions as they were at one moment. */
  Reading read(Request request);

  /**
   * Which counts.
   *
   * @param boundaries ascending whole minutes; neighbours bound an interval
   * @param parts what is read of which time; none of them across a boundary
   * @param maxBuckets after how many rows of the buckets reading stops
   * @param asOf cases that are not done by then, but not overdue either, count towards no target
   */
  record Request(
      String project,
      List<Instant> boundaries,
      List<Part> parts,
      List<Dimension> groupBy,
      List<Filter> filters,
      int maxBuckets,
      Instant asOf) {}

  /**
   * Some measures over some time.
   *
   * @param cover the granules that add up to the time
   */
  record Part(List<Slice> cover, Set<Measure> measures) {}

  /**
   * What was read.
   *
   * @param cells one per interval and group that has counts; a group that a restatement emptied has
   *     none, as if nothing had ever been counted there
   * @param restated by interval, when a span that was already over last changed, whatever is left
   * @param pending by interval, what still pends ({@link Measure#UNSETTLED}) in the whole project,
   *     filtered or not: nobody knows yet under which category it will count
   * @param positions how far each partition was counted
   * @param whole whether everything was read; if not, the counts say nothing
   */
  record Reading(
      List<Cell> cells,
      Map<Integer, Instant> restated,
      Map<Integer, Tally> pending,
      Map<SourcePartition, Position> positions,
      boolean whole) {}

  /** The counts of an interval and a group; never none. */
  record Cell(int interval, GroupKey key, Tally tally) {}
}
