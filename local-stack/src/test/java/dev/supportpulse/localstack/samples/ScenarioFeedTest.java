package dev.supportpulse.localstack.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.supportpulse.events.CaseOpened;
import dev.supportpulse.events.CaseResponded;
import dev.supportpulse.events.CostKind;
import dev.supportpulse.events.CostRecorded;
import dev.supportpulse.events.EventData;
import dev.supportpulse.events.FeedbackSubmitted;
import dev.supportpulse.events.IncomeRecorded;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.QuestionAsked;
import dev.supportpulse.events.RatingDimension;
import dev.supportpulse.events.Sentiment;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.SupportMode;
import dev.supportpulse.events.SurveyAnswered;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The year of each scenario, and what its initiative did. */
class ScenarioFeedTest {

  private static final Instant ANCHOR = Instant.parse("2026-11-22T01:23:45.678Z");
  private static final Set<String> UNLIKE_CSAT =
      Set.of(RatingDimension.EFFORT.wireName(), RatingDimension.RECOMMEND.wireName());

  static Stream<Year> years() {
    return Scenario.PROJECTS.stream().map(Scenario::read).map(Year::of);
  }

  @ParameterizedTest
  @MethodSource("years")
  void a_year_has_some_thousand_events(Year year) {
    assertThat(year.events()).hasSizeBetween(2_500, 4_000);
  }

  @ParameterizedTest
  @MethodSource("years")
  void people_write_in_both_languages(Year year) {
    long chinese =
        texts(year).filter(text -> text.codePoints().anyMatch(Character::isIdeographic)).count();
    double share = (double) chinese / texts(year).count();

    assertThat(share).isBetween(0.3, 0.7);
  }

  @ParameterizedTest
  @MethodSource("years")
  void people_have_needs_of_every_category(Year year) {
    assertThat(year.scenario().categories())
        .containsOnlyKeys(NeedCategory.values())
        .allSatisfy((category, weight) -> assertThat(weight).isPositive());
  }

  @ParameterizedTest
  @MethodSource("years")
  void working_days_are_busier_than_weekends(Year year) {
    long weekend = year.events().stream().filter(ScenarioFeedTest::atWeekend).count();

    assertThat((double) weekend / year.events().size()).isLessThan(2.0 / 7);
  }

  @ParameterizedTest
  @MethodSource("years")
  void the_initiative_raises_satisfaction(Year year) {
    assertThat(netSatisfaction(year.after()) - netSatisfaction(year.before())).isGreaterThan(0.2);
    assertThat(satisfiedAnswers(year.after()) - satisfiedAnswers(year.before())).isGreaterThan(0.1);
  }

  @ParameterizedTest
  @MethodSource("years")
  void satisfaction_before_the_initiative_is_the_baseline(Year year) {
    ReferenceData baseline = ScenarioFeed.baseline(year.scenario(), ANCHOR);
    double netSatisfaction =
        Double.parseDouble(String.valueOf(baseline.body().get("netSatisfaction")));

    assertThat(netSatisfaction).isBetween(0.05, 0.35);
    assertThat(netSatisfaction).isEqualTo(netSatisfaction(year.before()), within(0.02));
  }

  @ParameterizedTest
  @MethodSource("years")
  void the_initiative_speeds_up_the_first_response(Year year) {
    assertThat(meanFirstResponse(year.after())).isLessThan(0.7 * meanFirstResponse(year.before()));
  }

  @ParameterizedTest
  @MethodSource("years")
  void the_initiative_moves_the_mix_of_modes_and_costs(Year year) {
    assertThat(share(year.before(), CaseOpened.class, it -> it.mode() == SupportMode.HYBRID))
        .isZero();
    assertThat(share(year.after(), CaseOpened.class, it -> it.mode() == SupportMode.HYBRID))
        .isGreaterThan(0.05);
    assertThat(shareOfCosts(year.after(), CostKind.EXTRA))
        .isLessThan(0.6 * shareOfCosts(year.before(), CostKind.EXTRA));
  }

  @ParameterizedTest
  @MethodSource("years")
  void the_initiative_raises_paid_income_and_profit(Year year) {
    assertThat(incomePerDay(year.after(), year.daysAfter()))
        .isGreaterThan(1.3 * incomePerDay(year.before(), year.daysBefore()));
    assertThat(
            incomePerDay(year.after(), year.daysAfter())
                - costPerDay(year.after(), year.daysAfter()))
        .isGreaterThan(
            incomePerDay(year.before(), year.daysBefore())
                - costPerDay(year.before(), year.daysBefore()));
  }

  @ParameterizedTest
  @MethodSource("years")
  void money_has_one_currency(Year year) {
    assertThat(data(year.events(), CostRecorded.class).map(CostRecorded::currency))
        .containsOnly(year.scenario().currency());
    assertThat(data(year.events(), IncomeRecorded.class).map(IncomeRecorded::currency))
        .containsOnly(year.scenario().currency());
  }

  private static Stream<String> texts(Year year) {
    return Stream.concat(
        data(year.events(), QuestionAsked.class).map(QuestionAsked::text),
        data(year.events(), CaseOpened.class).map(CaseOpened::text).map(String::valueOf));
  }

  private static boolean atWeekend(SupportEvent event) {
    DayOfWeek day = event.occurredAt().atZone(ZoneOffset.UTC).getDayOfWeek();
    return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
  }

  private static double netSatisfaction(List<SupportEvent> events) {
    return share(events, FeedbackSubmitted.class, it -> it.sentiment() == Sentiment.POSITIVE)
        - share(events, FeedbackSubmitted.class, it -> it.sentiment() == Sentiment.NEGATIVE);
  }

  /** The share of 4 and 5 among the answers on every dimension that goes to 5. */
  private static double satisfiedAnswers(List<SupportEvent> events) {
    List<Integer> answers =
        data(events, SurveyAnswered.class)
            .flatMap(survey -> survey.ratings().entrySet().stream())
            .filter(rating -> !UNLIKE_CSAT.contains(rating.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    return (double) answers.stream().filter(answer -> answer >= 4).count() / answers.size();
  }

  private static double meanFirstResponse(List<SupportEvent> events) {
    Map<String, Instant> opened = new HashMap<>();
    for (SupportEvent event : events) {
      if (event.data() instanceof CaseOpened data) {
        opened.put(data.caseId(), event.occurredAt());
      }
    }
    return events.stream()
        .flatMap(
            event ->
                event.data() instanceof CaseResponded data && opened.get(data.caseId()) != null
                    ? Stream.of(Duration.between(opened.get(data.caseId()), event.occurredAt()))
                    : Stream.empty())
        .mapToLong(Duration::toSeconds)
        .average()
        .orElseThrow();
  }

  private static double shareOfCosts(List<SupportEvent> events, CostKind kind) {
    return sum(data(events, CostRecorded.class).filter(cost -> cost.kind() == kind))
        / sum(data(events, CostRecorded.class));
  }

  private static double costPerDay(List<SupportEvent> events, long days) {
    return sum(data(events, CostRecorded.class)) / days;
  }

  private static double incomePerDay(List<SupportEvent> events, long days) {
    return data(events, IncomeRecorded.class).mapToDouble(it -> it.amount().doubleValue()).sum()
        / days;
  }

  private static double sum(Stream<CostRecorded> costs) {
    return costs.mapToDouble(cost -> cost.amount().doubleValue()).sum();
  }

  private static <T extends EventData> double share(
      List<SupportEvent> events, Class<T> type, Predicate<T> which) {
    return (double) data(events, type).filter(which).count() / data(events, type).count();
  }

  private static <T extends EventData> Stream<T> data(List<SupportEvent> events, Class<T> type) {
    return events.stream().map(SupportEvent::data).filter(type::isInstance).map(type::cast);
  }

  /** A scenario's year; before its initiative began, and after it was fully in place. */
  private record Year(Scenario scenario, List<SupportEvent> events) {

    static Year of(Scenario scenario) {
      return new Year(scenario, ScenarioFeed.events(scenario, ANCHOR));
    }

    List<SupportEvent> before() {
      return events.stream().filter(event -> event.occurredAt().isBefore(introduced())).toList();
    }

    List<SupportEvent> after() {
      return events.stream().filter(event -> event.occurredAt().isAfter(inPlace())).toList();
    }

    long daysBefore() {
      return Duration.between(ANCHOR.minus(Scenario.SPAN), introduced()).toDays();
    }

    long daysAfter() {
      return Duration.between(inPlace(), ANCHOR).toDays();
    }

    private Instant introduced() {
      return scenario.initiative().introduced(ANCHOR);
    }

    private Instant inPlace() {
      return introduced().plus(Duration.ofDays(scenario.initiative().rampDays()));
    }

    @Override
    public String toString() {
      return scenario.project() + ", " + events.size() + " events";
    }
  }
}
