package dev.supportpulse.metrics.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.CaseOpened;
import dev.supportpulse.events.CaseReopened;
import dev.supportpulse.events.CaseResolved;
import dev.supportpulse.events.CaseResponded;
import dev.supportpulse.events.Channel;
import dev.supportpulse.events.CostKind;
import dev.supportpulse.events.CostRecorded;
import dev.supportpulse.events.EventVoided;
import dev.supportpulse.events.FeedbackSubmitted;
import dev.supportpulse.events.SupportMode;
import dev.supportpulse.events.UpstreamData;
import dev.supportpulse.metrics.efficiency.Promise;
import dev.supportpulse.metrics.efficiency.Targets;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Dimensions;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How figures read the events of a case (design §8). */
class CaseStateTest {

  private static final Instant OPENED = Instant.parse("2026-03-01T10:00:30Z");

  private final InMemoryLedger ledger = new InMemoryLedger();
  private int events;

  @Test
  void aResolutionRestatesTheMinuteOfTheOpening() {
    happens(OPENED, opened());
    happens(OPENED.plusSeconds(86_400), new CaseResolved("c", null, List.of(), null, null));

    assertThat(openingCell().start()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
    assertThat(counted().get(Measure.CASES.plain())).isEqualTo(Amount.once(1));
    assertThat(counted().total(Measure.RESOLUTION_TIME)).isEqualTo(Amount.once(86_400));
  }

  @Test
  void firstResponseIsTheEarliestAnswerSinceTheOpening() {
    happens(OPENED.plusSeconds(600), new CaseResponded("c", null));
    happens(OPENED.minusSeconds(60), new CaseResponded("c", null));
    happens(OPENED.plusSeconds(172_800), new CaseResponded("c", null));
    happens(OPENED, opened());

    assertThat(counted().total(Measure.FIRST_RESPONSE)).isEqualTo(Amount.once(600));
  }

  @Test
  void aReopenedCaseIsNotResolvedButWasOnce() {
    happens(OPENED, opened());
    happens(OPENED.plusSeconds(10), new CaseResolved("c", null, List.of(), null, null));
    happens(OPENED.plusSeconds(20), new CaseReopened("c", null));

    assertThat(counted().get(Measure.CASES.plain())).isEqualTo(Amount.once(0));
    assertThat(counted().get(Measure.REOPENED.plain())).isEqualTo(Amount.once(1));
    assertThat(counted().details(Measure.RESOLUTION_TIME)).isEmpty();
  }

  @Test
  void withoutAnOpeningACaseIsOnlyPending() {
    happens(OPENED, new CaseResolved("c", null, List.of(), null, null));

    assertThat(counted())
        .isEqualTo(Tally.of(Measure.PENDING_CASES.plain(), new Amount(1, BigDecimal.ZERO)));
  }

  @Test
  void aVoidedResolutionLeavesTheCaseOpen() {
    happens(OPENED, opened());
    happens(OPENED.plusSeconds(10), new CaseResolved("c", null, List.of(), null, null));
    happens(OPENED.plusSeconds(20), new EventVoided("/test", "e2", "by mistake", null));

    assertThat(counted().get(Measure.CASES.plain())).isEqualTo(Amount.once(0));
  }

  @Test
  void whatACostDoesNotNameItInheritsFromItsCaseWhenTheOpeningComesLater() {
    happens(
        OPENED.plusSeconds(3_600),
        new CostRecorded(
            CostKind.VARIABLE,
            new BigDecimal("12.50"),
            "USD",
            null,
            null,
            null,
            "PREMIUM",
            null,
            "c",
            null,
            null,
            null));
    happens(OPENED, opened());
    happens(
        OPENED.plusSeconds(7_200), new CaseResolved("c", SupportMode.PAID, List.of(), null, null));

    Map.Entry<Cell, Tally> cost =
        ledger.buckets().entrySet().stream()
            .filter(entry -> !entry.getValue().details(Measure.COST).isEmpty())
            .findFirst()
            .orElseThrow();
    assertThat(cost.getKey().dimensions())
        .isEqualTo(new Dimensions(null, Channel.EMAIL, "PREMIUM", SupportMode.PAID));
    assertThat(cost.getValue().get(Measure.COST.of("USD/VARIABLE")))
        .isEqualTo(Amount.once(new BigDecimal("12.5")));
  }

  @Test
  void theBacklogChangesWhenTheCaseDoes() {
    happens(OPENED, opened());
    happens(OPENED.plusSeconds(60), resolved());
    happens(OPENED.plusSeconds(61), resolved());
    happens(OPENED.plusSeconds(120), new CaseReopened("c", null));
    happens(OPENED.plusSeconds(125), resolved());
    happens(OPENED.plusSeconds(240), new CaseReopened("c", null));

    assertThat(ledger.caseOf("p", "c").backlog())
        .containsExactly(
            entry("2026-03-01T10:00:00Z", 1, 1),
            entry("2026-03-01T10:01:00Z", 1, -1),
            entry("2026-03-01T10:02:00Z", 2, 0),
            entry("2026-03-01T10:04:00Z", 1, 1));
  }

  @Test
  void anAnswerInTimeKeepsThePromiseOfTheFirstResponse() {
    promise(Duration.ofHours(1), null);
    happens(OPENED, opened());
    assertThat(target(Measure.RESPONSE_TARGET)).isEqualTo(Amount.once(0));
    assertThat(due(Promise.FIRST_RESPONSE)).isEqualTo(OPENED.plusSeconds(3_600));

    happens(OPENED.plusSeconds(3_600), new CaseResponded("c", null));
    assertThat(target(Measure.RESPONSE_TARGET)).isEqualTo(Amount.once(1));
    assertThat(due(Promise.FIRST_RESPONSE)).isNull();
  }

  @Test
  void aCaseThatIsResolvedWithoutAnAnswerWaitsForTheCustomer() {
    promise(Duration.ofHours(1), null);
    happens(OPENED, opened());
    happens(OPENED.plusSeconds(600), resolved());
    assertThat(target(Measure.RESPONSE_TARGET)).isEqualTo(Amount.NONE);

    happens(OPENED.plusSeconds(90_000), new CaseReopened("c", null));
    assertThat(due(Promise.FIRST_RESPONSE)).isEqualTo(OPENED.plusSeconds(93_000));
  }

  @Test
  void theResolutionDoesNotCountTheTimeInWhichTheCustomerIsAwaited() {
    promise(null, Duration.ofHours(1));
    happens(OPENED, opened());
    happens(OPENED.plusSeconds(1_800), new CaseResponded("c", null));
    assertThat(target(Measure.RESOLUTION_TARGET)).isEqualTo(Amount.NONE);

    happens(OPENED.plusSeconds(86_400), customerSays());
    assertThat(due(Promise.RESOLUTION)).isEqualTo(OPENED.plusSeconds(88_200));

    happens(OPENED.plusSeconds(88_200), resolved());
    assertThat(target(Measure.RESOLUTION_TARGET)).isEqualTo(Amount.once(1));

    happens(OPENED.plusSeconds(90_000), customerSays());
    assertThat(target(Measure.RESOLUTION_TARGET)).isEqualTo(Amount.once(1));

    happens(OPENED.plusSeconds(95_000), new CaseReopened("c", null));
    assertThat(due(Promise.RESOLUTION)).isEqualTo(OPENED.plusSeconds(95_000));
    happens(OPENED.plusSeconds(95_001), resolved());
    assertThat(target(Measure.RESOLUTION_TARGET)).isEqualTo(Amount.once(0));
  }

  @Test
  void aCaseWhoseFirstDayLeftTheLedgerCountsForEverWhatItCounted() {
    happens(OPENED, opened());
    happens(OPENED.plus(Duration.ofDays(1)), new CaseResponded("c", null));
    Map<Cell, Tally> counted = Map.copyOf(ledger.buckets());
    ledger.expire(LocalDate.parse("2026-03-02"));

    happens(OPENED.plus(Duration.ofDays(2)), resolved());
    happens(OPENED.plus(Duration.ofDays(3)), new EventVoided("/test", "e2", null, null));
    promise(Duration.ofHours(1), null);

    assertThat(ledger.buckets()).isEqualTo(counted);
  }

  @Test
  void whatComesLateForSuchACaseStillInheritsFromIt() {
    happens(OPENED, opened());
    ledger.expire(LocalDate.parse("2026-03-02"));

    happens(OPENED.plus(Duration.ofDays(2)), customerSays());

    assertThat(ledger.buckets().keySet())
        .extracting(Cell::dimensions)
        .containsOnly(new Dimensions(null, Channel.EMAIL, "STANDARD", null));
  }

  private void promise(@Nullable Duration firstResponse, @Nullable Duration resolution) {
    ledger.promise("p", new Targets(firstResponse, resolution, null, null), OPENED);
  }

  private Amount target(Measure measure) {
    return counted().total(measure);
  }

  private @Nullable Instant due(Promise promise) {
    return ledger.caseOf("p", "c").due().get(promise);
  }

  private static Map.Entry<Instant, Amount> entry(String minute, long n, long sum) {
    return Map.entry(Instant.parse(minute), new Amount(n, BigDecimal.valueOf(sum)));
  }

  private static UpstreamData resolved() {
    return new CaseResolved("c", null, List.of(), null, null);
  }

  private static UpstreamData customerSays() {
    return new FeedbackSubmitted(
        null, "still broken", null, Map.of(), null, null, null, "c", null, null, List.of(), null);
  }

  private static UpstreamData opened() {
    return new CaseOpened(
        "c", null, null, Channel.EMAIL, "STANDARD", null, null, null, List.of(), null);
  }

  private void happens(Instant at, UpstreamData data) {
    events++;
    ledger.record(
        List.of(RandomHistory.event("p", "e" + events, at, data)),
        Instant.parse("2026-03-09T00:00:00Z"));
  }

  /** The cell that counts the case itself, whatever else happens. */
  private Cell openingCell() {
    List<Cell> cells =
        ledger.buckets().entrySet().stream()
            .filter(
                entry ->
                    entry.getValue().total(Measure.CASES).n()
                            + entry.getValue().total(Measure.PENDING_CASES).n()
                        > 0)
            .map(Map.Entry::getKey)
            .toList();
    assertThat(cells).hasSize(1);
    return cells.get(0);
  }

  private Tally counted() {
    return Objects.requireNonNull(ledger.buckets().get(openingCell()));
  }
}
