package dev.supportpulse.localstack.samples;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.reducing;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.CaseOpened;
import dev.supportpulse.events.CaseReopened;
import dev.supportpulse.events.CaseResolved;
import dev.supportpulse.events.CaseResponded;
import dev.supportpulse.events.CaseTransition;
import dev.supportpulse.events.CostKind;
import dev.supportpulse.events.CostRecorded;
import dev.supportpulse.events.EventData;
import dev.supportpulse.events.FeedbackSubmitted;
import dev.supportpulse.events.IncomeRecorded;
import dev.supportpulse.events.Sentiment;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.SurveyAnswered;
import dev.supportpulse.events.UsageRecorded;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The inputs of the source documents' cases, counted again from the events alone. */
class WorkedCasesTest {

  private static final Instant ANCHOR = Instant.parse("2026-11-22T01:23:45.678Z");

  private final List<SupportEvent> events = WorkedCases.events(ANCHOR);

  @Test
  void six_hundred_of_a_thousand_feedbacks_are_positive() {
    Map<Sentiment, Integer> counts = new HashMap<>();
    data("default", FeedbackSubmitted.class)
        .forEach(feedback -> counts.merge(sentiment(feedback), 1, Integer::sum));

    assertThat(counts).isEqualTo(Map.of(Sentiment.POSITIVE, 600, Sentiment.NEGATIVE, 400));
  }

  @Test
  void costs_and_income_are_the_sources() {
    Map<CostKind, BigDecimal> costs =
        data("default", CostRecorded.class)
            .collect(
                groupingBy(
                    CostRecorded::kind,
                    mapping(CostRecorded::amount, reducing(BigDecimal.ZERO, BigDecimal::add))));
    BigDecimal income =
        data("default", IncomeRecorded.class)
            .map(IncomeRecorded::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);

    assertThat(costs)
        .isEqualTo(
            Map.of(
                CostKind.FIXED, new BigDecimal("50000"),
                CostKind.VARIABLE, new BigDecimal("30000"),
                CostKind.EXTRA, new BigDecimal("10000")));
    assertThat(income).isEqualTo("200000");
    assertThat(data("default", CostRecorded.class).map(CostRecorded::currency)).containsOnly("USD");
  }

  @Test
  void volumes_are_the_sources() {
    assertThat(volumes("rated-cost"))
        .isEqualTo(
            Map.of(
                "support", new BigDecimal("100"),
                "labour", new BigDecimal("1000"),
                "resource", new BigDecimal("500")));
    assertThat(volumes("efficiency"))
        .isEqualTo(Map.of("hour", new BigDecimal("1000"), "gigabyte", new BigDecimal("500")));
  }

  @Test
  void one_cost_entry_belongs_to_the_total_cost() {
    assertThat(data("efficiency", CostRecorded.class))
        .singleElement()
        .satisfies(
            cost -> {
              assertThat(cost.amount()).isEqualTo("5000");
              assertThat(cost.currency()).isEqualTo("CNY");
              assertThat(cost.inTotalCost()).isTrue();
            });
  }

  @Test
  void shares_of_satisfied_answers_are_the_sources() {
    assertThat(satisfiedPerCent("rated-cost"))
        .isEqualTo(Map.of("serviceQuality", 90, "solutionEffectiveness", 80, "needFulfilment", 70));
    assertThat(satisfiedPerCent("efficiency"))
        .isEqualTo(Map.of("technicalSupport", 85, "solution", 80, "responseTime", 75));
  }

  @Test
  void eighty_of_a_hundred_cases_end_resolved() {
    Map<String, List<SupportEvent>> cases = cases();

    assertThat(cases).hasSize(100);
    assertThat(cases.values().stream().filter(WorkedCasesTest::endsResolved)).hasSize(80);
    assertThat(data("efficiency", CaseReopened.class)).hasSize(5);
  }

  @Test
  void every_case_is_first_answered_after_two_days() {
    for (List<SupportEvent> transitions : cases().values()) {
      assertThat(
              Duration.between(
                  first(transitions, CaseOpened.class), first(transitions, CaseResponded.class)))
          .isEqualTo(Duration.ofDays(2));
    }
  }

  @Test
  void everything_is_within_thirty_days_on_many_of_them() {
    assertThat(events)
        .allMatch(event -> event.occurredAt().isBefore(ANCHOR))
        .allMatch(event -> event.occurredAt().isAfter(ANCHOR.minus(Duration.ofDays(30))));
    Map<String, Set<LocalDate>> days =
        events.stream()
            .collect(
                groupingBy(
                    SupportEvent::project,
                    mapping(
                        event -> LocalDate.ofInstant(event.occurredAt(), ZoneOffset.UTC),
                        toSet())));
    assertThat(days.values()).allSatisfy(set -> assertThat(set).hasSizeGreaterThan(25));
  }

  private static boolean endsResolved(List<SupportEvent> transitions) {
    return transitions.stream()
        .filter(event -> !(event.data() instanceof CaseResponded))
        .max(Comparator.comparing(SupportEvent::occurredAt))
        .filter(last -> last.data() instanceof CaseResolved)
        .isPresent();
  }

  private static Instant first(List<SupportEvent> transitions, Class<? extends EventData> type) {
    return transitions.stream()
        .filter(event -> type.isInstance(event.data()))
        .map(SupportEvent::occurredAt)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private Map<String, List<SupportEvent>> cases() {
    return of("efficiency")
        .filter(event -> event.data() instanceof CaseTransition)
        .collect(groupingBy(event -> ((CaseTransition) event.data()).caseId()));
  }

  private Map<String, BigDecimal> volumes(String project) {
    return data(project, UsageRecorded.class)
        .collect(
            groupingBy(
                UsageRecorded::action,
                mapping(UsageRecorded::quantity, reducing(BigDecimal.ZERO, BigDecimal::add))));
  }

  private Map<String, Integer> satisfiedPerCent(String project) {
    Map<String, Integer> asked = new HashMap<>();
    Map<String, Integer> satisfied = new HashMap<>();
    data(project, SurveyAnswered.class)
        .forEach(
            survey ->
                survey
                    .ratings()
                    .forEach(
                        (dimension, rating) -> {
                          asked.merge(dimension, 1, Integer::sum);
                          satisfied.merge(dimension, rating >= 4 ? 1 : 0, Integer::sum);
                        }));
    assertThat(asked.values()).containsOnly(100);
    return satisfied;
  }

  private static Sentiment sentiment(FeedbackSubmitted feedback) {
    Sentiment sentiment = feedback.sentiment();
    assertThat(sentiment).isNotNull();
    return sentiment;
  }

  private <T extends EventData> Stream<T> data(String project, Class<T> type) {
    return of(project).map(SupportEvent::data).filter(type::isInstance).map(type::cast);
  }

  private Stream<SupportEvent> of(String project) {
    return events.stream().filter(event -> event.project().equals(project));
  }
}
