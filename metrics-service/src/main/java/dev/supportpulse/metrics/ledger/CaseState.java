package dev.supportpulse.metrics.ledger;

import dev.supportpulse.events.EventType;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Dimensions;
import dev.supportpulse.metrics.tally.DurationBins;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a case adds to the buckets, and what its events inherit. A pure function of the case's
 * events that are not voided, so neither their order nor their repetition matters.
 *
 * <p>A case counts in the minute of its earliest opening, whatever happens to it later. Without an
 * opening it counts only as pending. Transitions before the opening are ignored.
 *
 * @param firstDay UTC day of the earliest event of the case, voided ones included; null without any
 * @param lastDay UTC day of the latest event of the case
 * @param counted null while the case has no transition
 */
public record CaseState(
    CaseKey key,
    @Nullable LocalDate firstDay,
    @Nullable LocalDate lastDay,
    @Nullable Contribution counted) {

  /** By time; of transitions at the same instant the one that leaves the case open wins. */
  private static final Comparator<LedgerEntry> ORDER =
      Comparator.comparing(LedgerEntry::occurredAt)
          .thenComparing(entry -> entry.type() == EventType.CASE_REOPENED)
          .thenComparing(LedgerEntry::key);

  /** A case of which nothing is known. */
  public static CaseState unknown(CaseKey key) {
    return new CaseState(key, null, null, null);
  }

  /** What the case's events inherit where they name nothing themselves. */
  public Dimensions dimensions() {
    return counted == null ? Dimensions.UNKNOWN : counted.dimensions();
  }

  /** The state of the case with these events, all of them. */
  static CaseState of(CaseKey key, Collection<LedgerEntry> events) {
    List<LedgerEntry> transitions =
        events.stream()
            .filter(entry -> entry.isTransition() && !entry.voided())
            .sorted(ORDER)
            .toList();
    return new CaseState(
        key,
        events.stream().map(LedgerEntry::day).min(Comparator.naturalOrder()).orElse(null),
        events.stream().map(LedgerEntry::day).max(Comparator.naturalOrder()).orElse(null),
        contribution(transitions).orElse(null));
  }

  private static Optional<Contribution> contribution(List<LedgerEntry> transitions) {
    Optional<LedgerEntry> opening = ofType(transitions, EventType.CASE_OPENED).findFirst();
    if (opening.isPresent()) {
      LedgerEntry opened = opening.get();
      List<LedgerEntry> since =
          transitions.stream()
              .filter(entry -> !entry.occurredAt().isBefore(opened.occurredAt()))
              .toList();
      return Optional.of(
          Contribution.at(opened.occurredAt(), dimensions(opened, since), tally(opened, since)));
    }
    return transitions.stream()
        .findFirst()
        .map(
            first ->
                Contribution.at(
                    first.occurredAt(),
                    Dimensions.UNKNOWN,
                    Tally.of(Measure.PENDING_CASES.plain(), new Amount(1, BigDecimal.ZERO))));
  }

  /** The opening's dimensions; the mode is the one that resolved the case, if it was said. */
  private static Dimensions dimensions(LedgerEntry opened, List<LedgerEntry> since) {
    Classification classification = opened.classification();
    Dimensions own =
        classification == null
            ? opened.own()
            : opened.own().withCategory(classification.category());
    return ofType(since, EventType.CASE_RESOLVED)
        .map(entry -> entry.own().mode())
        .filter(Objects::nonNull)
        .reduce((earlier, later) -> later)
        .map(mode -> new Dimensions(own.category(), own.channel(), own.tier(), mode))
        .orElse(own);
  }

  private static Tally tally(LedgerEntry opened, List<LedgerEntry> since) {
    Optional<LedgerEntry> lastState =
        since.stream()
            .filter(
                entry ->
                    entry.type() == EventType.CASE_RESOLVED
                        || entry.type() == EventType.CASE_REOPENED)
            .reduce((earlier, later) -> later);
    Optional<LedgerEntry> resolution =
        lastState.filter(entry -> entry.type() == EventType.CASE_RESOLVED);
    Tally tally =
        Tally.of(Measure.CASES.plain(), Amount.once(resolution.isPresent() ? 1 : 0))
            .plus(
                ofType(since, EventType.CASE_RESPONDED)
                    .findFirst()
                    .map(answer -> duration(Measure.FIRST_RESPONSE, opened, answer))
                    .orElse(Tally.NONE))
            .plus(
                resolution
                    .map(entry -> duration(Measure.RESOLUTION_TIME, opened, entry))
                    .orElse(Tally.NONE));
    if (ofType(since, EventType.CASE_RESOLVED).findAny().isEmpty()) {
      return tally;
    }
    boolean reopened = ofType(since, EventType.CASE_REOPENED).findAny().isPresent();
    return tally.plus(Tally.of(Measure.REOPENED.plain(), Amount.once(reopened ? 1 : 0)));
  }

  private static Tally duration(Measure measure, LedgerEntry from, LedgerEntry to) {
    Duration duration = Duration.between(from.occurredAt(), to.occurredAt());
    BigDecimal seconds =
        BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
    return Tally.of(
        measure.of(Integer.toString(DurationBins.binOf(duration))), Amount.once(seconds));
  }

  private static Stream<LedgerEntry> ofType(List<LedgerEntry> entries, EventType type) {
    return entries.stream().filter(entry -> entry.type() == type);
  }
}
