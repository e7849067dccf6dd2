package dev.supportpulse.metrics.ledger;

import dev.supportpulse.metrics.efficiency.Promise;
import dev.supportpulse.metrics.efficiency.SupportClock;
import dev.supportpulse.metrics.efficiency.Targets;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Dimensions;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a case adds to the buckets, and what its events inherit. A pure function of the case's
 * events that are not voided and of what was promised, so neither order nor repetition matters.
 *
 * <p>A case counts in the minute of its earliest opening, whatever happens to it later; only the
 * backlog changes in the minutes in which it is reopened and resolved. Without an opening a case
 * counts only as pending. Transitions before the opening are ignored. Once the ledger has dropped
 * its first day, a case is frozen: it counts what it counted then, whatever still comes.
 *
 * @param firstDay UTC day of the earliest event of the case, voided ones included; null without any
 * @param lastDay UTC day of the latest event of the case
 * @param counted null while the case has no transition
 * @param backlog by how much it changes the backlog, by minute
 * @param due until when it isn't overdue, by promise; without an entry for what is kept or broken
 *     for good, and for what waits for the customer
 */
public record CaseState(
    CaseKey key,
    @Nullable LocalDate firstDay,
    @Nullable LocalDate lastDay,
    @Nullable Contribution counted,
    NavigableMap<Instant, Amount> backlog,
    Map<Promise, Instant> due) {

  public CaseState {
    backlog = Collections.unmodifiableNavigableMap(new TreeMap<>(backlog));
    due = Map.copyOf(due);
  }

  /** A case of which nothing is known. */
  public static CaseState unknown(CaseKey key) {
    return new CaseState(key, null, null, null, new TreeMap<>(), Map.of());
  }

  /** What the case's events inherit where they name nothing themselves. */
  public Dimensions dimensions() {
    return counted == null ? Dimensions.UNKNOWN : counted.dimensions();
  }

  /** Everything that the case adds to the buckets. */
  public List<Contribution> contributions() {
    if (counted == null) {
      return List.of();
    }
    List<Contribution> all = new ArrayList<>(List.of(counted));
    backlog.forEach(
        (minute, change) ->
            all.add(
                new Contribution(
                    minute, counted.dimensions(), Tally.of(Measure.BACKLOG.plain(), change))));
    return all;
  }

  /**
   * Whether the case is older than these events, all that the ledger holds of it: those of its
   * first day were dropped. What is left doesn't tell any more what became of the case, so it is
   * frozen.
   */
  boolean outlives(Collection<LedgerEntry> events) {
    return firstDay != null && events.stream().noneMatch(entry -> entry.day().equals(firstDay));
  }

  /** The state of the case with these events, all of them, under those targets. */
  public static CaseState of(CaseKey key, Collection<LedgerEntry> events, Targets targets) {
    @Nullable LocalDate first =
        events.stream().map(LedgerEntry::day).min(Comparator.naturalOrder()).orElse(null);
    @Nullable LocalDate last =
        events.stream().map(LedgerEntry::day).max(Comparator.naturalOrder()).orElse(null);
    return CaseCourse.of(valid(events))
        .map(course -> opened(key, first, last, course, targets))
        .orElseGet(
            () -> new CaseState(key, first, last, unopened(events), new TreeMap<>(), Map.of()));
  }

  private static CaseState opened(
      CaseKey key,
      @Nullable LocalDate first,
      @Nullable LocalDate last,
      CaseCourse course,
      Targets targets) {
    Tally tally = course.tally();
    Map<Promise, Instant> due = new EnumMap<>(Promise.class);
    for (Promise promise : Promise.values()) {
      Duration target = targets.of(promise);
      SupportClock.@Nullable Standing standing =
          target == null
              ? null
              : course.clock(promise).against(target, targets.hours()).orElse(null);
      if (standing != null) {
        tally =
            tally.plus(Tally.of(promise.measure().plain(), Amount.once(standing.kept() ? 1 : 0)));
        if (standing.due() != null) {
          due.put(promise, standing.due());
        }
      }
    }
    return new CaseState(
        key,
        first,
        last,
        Contribution.at(course.opened().occurredAt(), course.dimensions(), tally),
        course.backlog(),
        due);
  }

  /** A case of which only later transitions are known pends under the earliest of them. */
  private static @Nullable Contribution unopened(Collection<LedgerEntry> events) {
    return valid(events)
        .filter(LedgerEntry::isTransition)
        .map(LedgerEntry::occurredAt)
        .min(Comparator.naturalOrder())
        .map(
            at ->
                Contribution.at(
                    at,
                    Dimensions.UNKNOWN,
                    Tally.of(Measure.PENDING_CASES.plain(), new Amount(1, BigDecimal.ZERO))))
        .orElse(null);
  }

  private static Stream<LedgerEntry> valid(Collection<LedgerEntry> events) {
    return events.stream().filter(entry -> !entry.voided());
  }
}
