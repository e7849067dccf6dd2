package dev.supportpulse.localstack.samples;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.supportpulse.events.BusinessModel;
import dev.supportpulse.events.CaseOpened;
import dev.supportpulse.events.CaseReopened;
import dev.supportpulse.events.CaseResolved;
import dev.supportpulse.events.CaseResponded;
import dev.supportpulse.events.Channel;
import dev.supportpulse.events.CostKind;
import dev.supportpulse.events.CostRecorded;
import dev.supportpulse.events.FeedbackSubmitted;
import dev.supportpulse.events.IncomeRecorded;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.RatingDimension;
import dev.supportpulse.events.Sentiment;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.SupportMode;
import dev.supportpulse.events.SurveyAnswered;
import dev.supportpulse.events.UpstreamData;
import dev.supportpulse.events.UsageRecorded;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The worked cases of the source documents, event by event, within the 29 days before the anchor:
 * project {@code default} is source 000 §4.3, {@code rated-cost} is source 001 §4.3 of its first
 * part and {@code efficiency} that of its second part. What they add up to is {@link GoldenFigure}.
 */
final class WorkedCases {

  private static final Duration SPAN = Duration.ofDays(29);
  private static final Duration FIRST_RESPONSE = Duration.ofDays(2);
  private static final List<NeedCategory> NEEDS = List.of(NeedCategory.values());
  private static final List<String> TIERS = List.of("COMMUNITY", "STANDARD", "PREMIUM");
  private static final List<SupportMode> MODES = List.of(SupportMode.values());
  private static final List<Channel> CHANNELS =
      List.of(Channel.FORUM, Channel.EMAIL, Channel.CHAT, Channel.ISSUE_TRACKER, Channel.SOCIAL);
  private static final long SEED = 2026;

  private final Instant anchor;
  private final Instant start;
  private final Chance chance = new Chance(SEED);
  private final Texts texts =
      new Texts(
          Resources.read(
              "worked-cases.json", new TypeReference<Map<String, Texts.Vocabulary>>() {}));

  private WorkedCases(Instant anchor) {
    this.anchor = anchor;
    this.start = anchor.minus(SPAN);
  }

  /** Every event of the three projects. */
  static List<SupportEvent> events(Instant anchor) {
    WorkedCases cases = new WorkedCases(anchor);
    List<SupportEvent> events = new ArrayList<>();
    events.addAll(cases.satisfactionAndProfit());
    events.addAll(cases.ratedCost());
    events.addAll(cases.efficiency());
    return events;
  }

  /** S₀ of source 000, and the rates of source 001, valid from a year before the anchor. */
  static List<ReferenceData> referenceData(Instant anchor) {
    LocalDate yearBefore = LocalDate.ofInstant(anchor, ZoneOffset.UTC).minusYears(1);
    return List.of(
        new ReferenceData("default", "baseline", Map.of("netSatisfaction", new BigDecimal("0.5"))),
        ReferenceData.rateCard(
            "rated-cost",
            "CNY",
            Map.of("support", "100", "labour", "500", "resource", "200"),
            yearBefore),
        ReferenceData.rateCard(
            "efficiency", "CNY", Map.of("hour", "100", "gigabyte", "10"), yearBefore));
  }

  /** 1000 feedbacks, 600 of them positive and 400 negative; three kinds of cost; an income. */
  private List<SupportEvent> satisfactionAndProfit() {
    Feed feed = new Feed("default", anchor);
    spread(feed, 1000, number -> feedback(number));

    spread(feed, 4, week -> cost(CostKind.FIXED, "11250", "salaries, week " + (week + 1)));
    spread(feed, 1, once -> cost(CostKind.FIXED, "5000", "equipment"));
    spread(feed, 3, course -> cost(CostKind.VARIABLE, "6000", "training, course " + (course + 1)));
    spread(feed, 4, week -> cost(CostKind.VARIABLE, "3000", "tools, week " + (week + 1)));
    spread(feed, 4, week -> cost(CostKind.EXTRA, "2500", "emergency support"));

    spread(feed, 8, contract -> income(BusinessModel.SUPPORT, "12500", "support contract"));
    spread(feed, 4, project -> income(BusinessModel.CONSULTING, "15000", "consulting"));
    spread(feed, 4, week -> income(BusinessModel.VALUE_ADDED, "10000", "managed extensions"));
    return feed.events();
  }

  /** Three in five are positive; every third one says more than that. */
  private FeedbackSubmitted feedback(int number) {
    Sentiment sentiment = number % 5 < 3 ? Sentiment.POSITIVE : Sentiment.NEGATIVE;
    String language = chance.pick(Texts.LANGUAGES);
    String text = null;
    if (number % 3 == 0) {
      text =
          sentiment == Sentiment.POSITIVE
              ? texts.praise(language, chance)
              : texts.complaint(language, chance.pick(NEEDS), chance);
    }
    return new FeedbackSubmitted(
        sentiment,
        text,
        null,
        Map.of(),
        chance.pick(CHANNELS),
        chance.pick(TIERS),
        null,
        null,
        "user-" + chance.between(1, 400),
        text == null ? null : language,
        List.of(),
        null);
  }

  /** 100 answers and volumes 100, 1000 and 500 at the rates 100, 500 and 200. */
  private List<SupportEvent> ratedCost() {
    Feed feed = new Feed("rated-cost", anchor);
    spread(feed, 100, number -> usage("support", "1", "service"));
    spread(feed, 20, number -> usage("labour", "50", "unit"));
    spread(feed, 25, number -> usage("resource", "20", "unit"));
    spread(
        feed,
        100,
        number ->
            survey(
                null,
                Map.of(
                    RatingDimension.SERVICE_QUALITY, rating(number, 90),
                    RatingDimension.SOLUTION_EFFECTIVENESS, rating(number, 80),
                    RatingDimension.NEED_FULFILMENT, rating(number, 70))));
    return feed.events();
  }

  /**
   * 100 cases, each answered after exactly two days; 80 are resolved in the end, and 5 of the other
   * 20 were but came back. 1000 hours, 500 GB, and one other cost.
   */
  private List<SupportEvent> efficiency() {
    Feed feed = new Feed("efficiency", anchor);
    Duration step = SPAN.minusDays(4).dividedBy(100);
    for (int number = 0; number < 100; number++) {
      supportCase(feed, number, start.plus(step.multipliedBy(number)));
    }
    spread(feed, 100, number -> usage("hour", "10", "hour"));
    spread(feed, 25, number -> usage("gigabyte", "20", "GB"));
    feed.add(
        start.plus(SPAN.dividedBy(2)),
        cost(CostKind.FIXED, "5000", "CNY", true, "other fixed costs"));
    return feed.events();
  }

  private void supportCase(Feed feed, int number, Instant opened) {
    String caseId = "efficiency-%03d".formatted(number + 1);
    String language = chance.pick(Texts.LANGUAGES);
    SupportMode mode = chance.pick(MODES);
    String user = "user-" + chance.between(1, 60);
    feed.add(
        opened,
        new CaseOpened(
            caseId,
            null,
            texts.need(language, chance.pick(NEEDS), chance),
            chance.pick(CHANNELS),
            chance.pick(TIERS),
            mode,
            user,
            language,
            List.of(),
            null));
    Instant responded = opened.plus(FIRST_RESPONSE);
    feed.add(responded, new CaseResponded(caseId, null));
    Instant resolved = responded.plusSeconds(chance.between(3_600, 72_000));
    boolean resolvedInTheEnd = number % 5 < 4;
    boolean cameBack = number % 20 == 19;
    if (resolvedInTheEnd || cameBack) {
      BigDecimal minutes = BigDecimal.valueOf(chance.between(20, 240));
      feed.add(resolved, new CaseResolved(caseId, mode, List.of(), minutes, null));
    }
    if (cameBack) {
      feed.add(resolved.plus(Duration.ofHours(6)), new CaseReopened(caseId, null));
    }
    feed.add(
        resolved.plus(Duration.ofHours(8)),
        survey(
            caseId,
            Map.of(
                RatingDimension.TECHNICAL_SUPPORT, rating(number, 85),
                RatingDimension.SOLUTION, rating(number, 80),
                RatingDimension.RESPONSE_TIME, rating(number, 75))));
  }

  /** Tells the numbers 0 to count − 1 of a part of the story, evenly over the span. */
  private void spread(Feed feed, int count, IntFunction<UpstreamData> part) {
    Duration step = SPAN.dividedBy(count);
    for (int number = 0; number < count; number++) {
      feed.add(start.plus(step.multipliedBy(number)).plus(step.dividedBy(2)), part.apply(number));
    }
  }

  /** Of 100 numbers, as many satisfied answers (4 or 5) as asked for; 37 only shuffles them. */
  private int rating(int number, int satisfiedOf100) {
    return number * 37 % 100 < satisfiedOf100 ? chance.between(4, 5) : chance.between(1, 3);
  }

  private SurveyAnswered survey(@Nullable String caseId, Map<RatingDimension, Integer> ratings) {
    Map<String, Integer> byName = new LinkedHashMap<>();
    ratings.forEach((dimension, rating) -> byName.put(dimension.wireName(), rating));
    return new SurveyAnswered(byName, caseId, Channel.SURVEY, chance.pick(TIERS), null, null, null);
  }

  private static UsageRecorded usage(String action, String quantity, String unit) {
    return new UsageRecorded(action, new BigDecimal(quantity), unit, null, null, null);
  }

  private static CostRecorded cost(CostKind kind, String amount, String note) {
    return cost(kind, amount, "USD", false, note);
  }

  private static CostRecorded cost(
      CostKind kind, String amount, String currency, boolean inTotalCost, String note) {
    return new CostRecorded(
        kind,
        new BigDecimal(amount),
        currency,
        null,
        null,
        null,
        null,
        null,
        null,
        inTotalCost ? true : null,
        note,
        null);
  }

  private static IncomeRecorded income(BusinessModel model, String amount, String product) {
    return new IncomeRecorded(new BigDecimal(amount), "USD", null, model, product, null, null);
  }
}
