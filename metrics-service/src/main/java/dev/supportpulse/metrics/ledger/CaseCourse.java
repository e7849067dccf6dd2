package dev.supportpulse.metrics.ledger;

import dev.supportpulse.events.EventType;
import dev.supportpulse.metrics.efficiency.Promise;
import dev.supportpulse.metrics.efficiency.SupportClock;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Dimensions;
import dev.supportpulse.metrics.tally.DurationBins;
import dev.supportpulse.metrics.tally.Granule;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What became of a case from its opening on.
 *
 * @param since transitions of the case and feedbacks on it from the opening on, in order
 */
record CaseCourse(LedgerEntry opened, List<LedgerEntry> since) {

  /** By time; of events at the same instant those that put support's clock in motion come last. */
  private static final Comparator<LedgerEntry> ORDER =
      Comparator.comparing(LedgerEntry::occurredAt)
          .thenComparing(
              entry ->
                  entry.type() == EventType.CASE_REOPENED
                      || entry.type() == EventType.FEEDBACK_SUBMITTED)
          .thenComparing(LedgerEntry::key);

  /** The course that those events make up; empty if the case was never opened. */
  static Optional<CaseCourse> of(Stream<LedgerEntry> events) {
    List<LedgerEntry> ordered =
        events
            .filter(entry -> entry.isTransition() || entry.type() == EventType.FEEDBACK_SUBMITTED)
            .sorted(ORDER)
            .toList();
    return ofType(ordered, EventType.CASE_OPENED)
        .findFirst()
        .map(
            opening ->
                new CaseCourse(
                    opening,
                    ordered.stream()
                        .filter(entry -> !entry.occurredAt().isBefore(opening.occurredAt()))
                        .toList()));
  }

  /** The opening's dimensions; the mode is the one that resolved the case, if it was said. */
  Dimensions dimensions() {
    Dimensions own =
        opened.classification() == null
            ? opened.own()
            : opened.own().withCategory(opened.classification().category());
    return ofType(since, EventType.CASE_RESOLVED)
        .map(entry -> entry.own().mode())
        .filter(Objects::nonNull)
        .reduce((earlier, later) -> later)
        .map(mode -> new Dimensions(own.category(), own.channel(), own.tier(), mode))
        .orElse(own);
  }

  /** What counts in the minute of the opening, whatever is promised. */
  Tally tally() {
    Optional<LedgerEntry> resolution =
        since.stream()
            .filter(
                entry ->
                    entry.type() == EventType.CASE_RESOLVED
                        || entry.type() == EventType.CASE_REOPENED)
            .reduce((earlier, later) -> later)
            .filter(entry -> entry.type() == EventType.CASE_RESOLVED);
    Tally tally =
        Tally.of(Measure.CASES.plain(), Amount.once(resolution.isPresent() ? 1 : 0))
            .plus(
                ofType(since, EventType.CASE_RESPONDED)
                    .findFirst()
                    .map(answer -> duration(Measure.FIRST_RESPONSE, answer))
                    .orElse(Tally.NONE))
            .plus(
                resolution
                    .map(entry -> duration(Measure.RESOLUTION_TIME, entry))
                    .orElse(Tally.NONE));
    if (ofType(since, EventType.CASE_RESOLVED).findAny().isEmpty()) {
      return tally;
    }
    boolean reopened = ofType(since, EventType.CASE_REOPENED).findAny().isPresent();
    return tally.plus(Tally.of(Measure.REOPENED.plain(), Amount.once(reopened ? 1 : 0)));
  }

  /** By how much the case changes the backlog, by minute: 1 when it is opened, −1 when resolved. */
  NavigableMap<Instant, Amount> backlog() {
    NavigableMap<Instant, Amount> changes = new TreeMap<>();
    boolean open = true;
    changes.put(Granule.MINUTE.floor(opened.occurredAt()), Amount.once(1));
    for (LedgerEntry entry : since) {
      boolean opens = entry.type() == EventType.CASE_REOPENED;
      boolean closes = entry.type() == EventType.CASE_RESOLVED;
      if (open ? closes : opens) {
        open = opens;
        changes.merge(
            Granule.MINUTE.floor(entry.occurredAt()), Amount.once(open ? 1 : -1), Amount::plus);
      }
    }
    return changes;
  }

  /**
   * When support's clock runs: from the opening on; it stands still from each answer until the user
   * says something, and from each resolution until the case is reopened.
   */
  SupportClock clock(Promise promise) {
    List<Instant> turns = new ArrayList<>(List.of(opened.occurredAt()));
    boolean resolved = false;
    for (LedgerEntry entry : since) {
      boolean runs = turns.size() % 2 == 1;
      boolean wanted =
          switch (entry.type()) {
            case CASE_RESPONDED, CASE_RESOLVED -> false;
            case CASE_REOPENED -> true;
            default -> runs || (entry.type() == EventType.FEEDBACK_SUBMITTED && !resolved);
          };
      if (runs != wanted) {
        turns.add(entry.occurredAt());
      }
      if (promise == Promise.FIRST_RESPONSE && entry.type() == EventType.CASE_RESPONDED) {
        return new SupportClock(turns, true);
      }
      resolved =
          entry.type() == EventType.CASE_RESOLVED
              || (resolved && entry.type() != EventType.CASE_REOPENED);
    }
    return new SupportClock(turns, promise == Promise.RESOLUTION && resolved);
  }

  private Tally duration(Measure measure, LedgerEntry to) {
    Duration duration = Duration.between(opened.occurredAt(), to.occurredAt());
    BigDecimal seconds =
        BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
    return Tally.of(
        measure.of(Integer.toString(DurationBins.binOf(duration))), Amount.once(seconds));
  }

  private static Stream<LedgerEntry> ofType(List<LedgerEntry> entries, EventType type) {
    return entries.stream().filter(entry -> entry.type() == type);
  }
}
