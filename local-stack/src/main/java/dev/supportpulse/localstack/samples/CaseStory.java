package dev.supportpulse.localstack.samples;

import dev.supportpulse.events.CaseOpened;
import dev.supportpulse.events.CaseReopened;
import dev.supportpulse.events.CaseResolved;
import dev.supportpulse.events.CaseResponded;
import dev.supportpulse.events.Channel;
import dev.supportpulse.events.CostKind;
import dev.supportpulse.events.CostRecorded;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.RatingDimension;
import dev.supportpulse.events.SolutionApplied;
import dev.supportpulse.events.SolutionOutcome;
import dev.supportpulse.events.SolutionProposed;
import dev.supportpulse.events.SupportMode;
import dev.supportpulse.events.SurveyAnswered;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells what becomes of support cases: opened, answered, solved or not, sometimes opened again,
 * paid for, and rated by who opened them.
 */
final class CaseStory {

  private static final double SOLUTION_PROPOSED = 0.3;
  private static final double SURVEY_ANSWERED = 0.4;
  private static final double SURVEY_WITH_WORDS = 0.4;
  private static final double SPREAD_OF_DURATIONS = 0.7;
  private static final double MINUTES_OF_EFFORT = 75;

  private static final List<RatingDimension> ASKED =
      List.of(
          RatingDimension.OVERALL,
          RatingDimension.TECHNICAL_SUPPORT,
          RatingDimension.SOLUTION,
          RatingDimension.RESPONSE_TIME,
          RatingDimension.SERVICE_QUALITY,
          RatingDimension.SOLUTION_EFFECTIVENESS,
          RatingDimension.NEED_FULFILMENT);

  private final Scenario scenario;
  private final Texts texts;
  private final Feed feed;
  private int told;

  CaseStory(Scenario scenario, Texts texts, Feed feed) {
    this.scenario = scenario;
    this.texts = texts;
    this.feed = feed;
  }

  /** One case that is opened at that instant, when the initiative has come that far. */
  void tell(Instant opened, double adoption, Chance chance) {
    told++;
    Customer customer = Customer.draw(scenario, adoption, chance);
    NeedCategory category = chance.pick(scenario.categories());
    SupportCase supportCase =
        new SupportCase(
            "%s-%04d".formatted(scenario.project(), told), customer, category, adoption);
    open(supportCase, opened, chance);
    Instant responded = opened.plus(hours(firstResponse(supportCase), chance));
    feed.add(responded, new CaseResponded(supportCase.id(), customer.account()));
    if (chance.happens(SOLUTION_PROPOSED)) {
      propose(supportCase, responded, chance);
    }
    if (!chance.happens(scenario.resolved().at(adoption))) {
      return;
    }
    Instant resolved = resolve(supportCase, responded, chance);
    if (chance.happens(scenario.reopened().at(adoption))) {
      Instant reopened = resolved.plus(hours(30, chance));
      feed.add(reopened, new CaseReopened(supportCase.id(), customer.account()));
      resolved = resolve(supportCase, reopened, chance);
    }
    if (chance.happens(SURVEY_ANSWERED)) {
      rate(supportCase, resolved.plus(hours(8, chance)), chance);
    }
  }

  private void open(SupportCase supportCase, Instant at, Chance chance) {
    Customer customer = supportCase.customer();
    String text = texts.need(customer.language(), supportCase.category(), chance);
    feed.add(
        at,
        new CaseOpened(
            supportCase.id(),
            Texts.title(text),
            text,
            customer.channel(),
            customer.tier(),
            customer.mode(),
            customer.user(),
            customer.language(),
            List.of(),
            customer.account()));
  }

  private double firstResponse(SupportCase supportCase) {
    Shift hours = scenario.firstResponseHours().get(supportCase.customer().mode());
    if (hours == null) {
      throw new IllegalStateException("no response time for " + supportCase.customer().mode());
    }
    return hours.at(supportCase.adoption());
  }

  private Instant resolve(SupportCase supportCase, Instant from, Chance chance) {
    Customer customer = supportCase.customer();
    Instant resolved =
        from.plus(hours(scenario.resolutionHours().at(supportCase.adoption()), chance));
    BigDecimal minutes =
        BigDecimal.valueOf(Math.round(chance.around(MINUTES_OF_EFFORT, SPREAD_OF_DURATIONS)));
    feed.add(
        resolved,
        new CaseResolved(
            supportCase.id(),
            customer.mode(),
            List.of(tool(supportCase, chance)),
            minutes,
            customer.account()));
    if (customer.mode() != SupportMode.FREE) {
      feed.add(resolved, cost(supportCase, minutes));
    }
    return resolved;
  }

  /** What the working time cost; its dimensions are the case's. */
  private CostRecorded cost(SupportCase supportCase, BigDecimal minutes) {
    BigDecimal hourly = BigDecimal.valueOf(scenario.hourlyCost().at(supportCase.adoption()));
    return new CostRecorded(
        CostKind.VARIABLE,
        minutes.multiply(hourly).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP),
        scenario.currency(),
        null,
        null,
        null,
        null,
        null,
        supportCase.id(),
        null,
        "working time",
        supportCase.customer().account());
  }

  private void propose(SupportCase supportCase, Instant at, Chance chance) {
    Customer customer = supportCase.customer();
    String solution = Solutions.pick(supportCase.category(), chance);
    String tool = tool(supportCase, chance);
    feed.add(
        at,
        new SolutionProposed(
            solution, supportCase.id(), tool, customer.user(), customer.account()));
    Instant applied = at.plus(hours(5, chance));
    feed.add(
        applied,
        new SolutionApplied(solution, supportCase.id(), tool, customer.user(), customer.account()));
    feed.add(
        applied.plus(hours(3, chance)),
        new SolutionOutcome(
            solution,
            chance.happens(scenario.helped().at(supportCase.adoption())),
            supportCase.id(),
            tool,
            customer.user(),
            customer.account()));
  }

  /** A survey asks for everything; effort falls and recommendation rises with satisfaction. */
  private void rate(SupportCase supportCase, Instant at, Chance chance) {
    double satisfied = scenario.satisfied().at(supportCase.adoption());
    Map<String, Integer> ratings = new LinkedHashMap<>();
    for (RatingDimension dimension : ASKED) {
      ratings.put(
          dimension.wireName(),
          chance.happens(satisfied) ? chance.between(4, 5) : chance.between(1, 3));
    }
    boolean content = chance.happens(satisfied);
    ratings.put(
        RatingDimension.EFFORT.wireName(), content ? chance.between(1, 3) : chance.between(4, 7));
    ratings.put(
        RatingDimension.RECOMMEND.wireName(),
        content ? chance.between(8, 10) : chance.between(2, 7));
    Customer customer = supportCase.customer();
    feed.add(
        at,
        new SurveyAnswered(
            ratings,
            supportCase.id(),
            Channel.SURVEY,
            customer.tier(),
            customer.user(),
            chance.happens(SURVEY_WITH_WORDS)
                ? content
                    ? texts.praise(customer.language(), chance)
                    : texts.complaint(customer.language(), supportCase.category(), chance)
                : null,
            customer.account()));
  }

  /** A tool that was there before, or, the further the initiative has come, one that it brought. */
  private String tool(SupportCase supportCase, Chance chance) {
    return chance.happens(supportCase.adoption() / 2)
        ? chance.pick(scenario.initiative().tools())
        : chance.pick(scenario.tools());
  }

  private static Duration hours(double median, Chance chance) {
    double seconds = chance.around(median, SPREAD_OF_DURATIONS) * Duration.ofHours(1).toSeconds();
    return Duration.ofSeconds(Math.round(seconds));
  }

  /** A case as it was opened. */
  private record SupportCase(
      String id, Customer customer, NeedCategory category, double adoption) {}
}
