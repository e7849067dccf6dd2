package dev.supportpulse.metrics.economics.history;

import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.SupportMode;
import dev.supportpulse.metrics.economics.estimate.Counts;
import dev.supportpulse.metrics.query.GroupKey;
import dev.supportpulse.metrics.query.TallyReader;
import dev.supportpulse.metrics.tally.Dimension;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;
import dev.supportpulse.metrics.window.BadQuery;
import dev.supportpulse.metrics.window.WindowCover;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads what was counted on some days. */
public final class DayReader {

  private static final Set<Measure> BY_CELL =
      Collections.unmodifiableSet(
          EnumSet.of(
              Measure.CASES, Measure.SENTIMENT, Measure.EFFORT, Measure.COST, Measure.INCOME));

  private final TallyReader tallies;
  private final int maxBuckets;

  /**
   * A reader.
   *
   * @param maxBuckets most rows that are read at once
   */
  public DayReader(TallyReader tallies, int maxBuckets) {
    this.tallies = tallies;
    this.maxBuckets = maxBuckets;
  }

  /**
   * All days together, by category, tier and mode.
   *
   * @param parameter what {@link BadQuery} names if that takes too much reading
   */
  public List<Counts> byCell(String project, Days days, Instant now, String parameter) {
    List<Instant> ends = List.of(days.window().from(), days.window().to());
    return read(
            project,
            ends,
            BY_CELL,
            List.of(Dimension.CATEGORY, Dimension.TIER, Dimension.MODE),
            now,
            parameter)
        .stream()
        .map(cell -> counts(cell.key(), cell.tally()))
        .toList();
  }

  /** Each day of the whole project. */
  public List<Tally> byDay(
      String project, Days days, Set<Measure> measures, Instant now, String parameter) {
    List<Tally> byDay = new ArrayList<>(Collections.nCopies((int) days.count(), Tally.NONE));
    read(project, days.boundaries(), measures, List.of(), now, parameter)
        .forEach(cell -> byDay.set(cell.interval(), cell.tally()));
    return byDay;
  }

  private List<TallyReader.Cell> read(
      String project,
      List<Instant> boundaries,
      Set<Measure> measures,
      List<Dimension> groupBy,
      Instant now,
      String parameter) {
    TallyReader.Reading reading =
        tallies.read(
            new TallyReader.Request(
                project,
                boundaries,
                List.of(new TallyReader.Part(WindowCover.of(boundaries), measures)),
                groupBy,
                List.of(),
                maxBuckets,
                now));
    if (!reading.whole()) {
      throw new BadQuery(
          parameter,
          "takes more than %d buckets to answer: ask for a shorter span".formatted(maxBuckets));
    }
    return reading.cells();
  }

  private static Counts counts(GroupKey key, Tally tally) {
    String category = key.values().get(Dimension.CATEGORY);
    String mode = key.values().get(Dimension.MODE);
    return new Counts(
        category == null ? null : NeedCategory.valueOf(category),
        key.values().get(Dimension.TIER),
        mode == null ? null : SupportMode.valueOf(mode),
        tally);
  }
}
