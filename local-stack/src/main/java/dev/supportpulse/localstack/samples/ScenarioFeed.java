package dev.supportpulse.localstack.samples;

import dev.supportpulse.events.CostRecorded;
import dev.supportpulse.events.ErrorReported;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.FeedbackSubmitted;
import dev.supportpulse.events.IncomeRecorded;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.QuestionAsked;
import dev.supportpulse.events.Sentiment;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.UsageRecorded;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Tells a year of one scenario, with the change that its initiative brings. */
final class ScenarioFeed {

  /** Share of feedback that leaves it to the text what its sentiment is. */
  private static final double WORDS_ONLY = 0.06;

  /** Share of feedback that is a click without words. */
  private static final double CLICK_ONLY = 0.15;

  /** Spread of everyday quantities (standard deviation of the logarithm). */
  private static final double SPREAD = 0.1;

  private final Scenario scenario;
  private final Instant anchor;
  private final Instant start;
  private final Texts texts;
  private final Feed feed;

  private ScenarioFeed(Scenario scenario, Instant anchor) {
    this.scenario = scenario;
    this.anchor = anchor;
    this.start = anchor.minus(Scenario.SPAN);
    this.texts = new Texts(scenario.vocabulary());
    this.feed = new Feed(scenario.project(), anchor);
  }

  /** The events of the year before the anchor. */
  static List<SupportEvent> events(Scenario scenario, Instant anchor) {
    return new ScenarioFeed(scenario, anchor).tell();
  }

  /** Net satisfaction until the initiative: the S₀ that its effect is measured against. */
  static ReferenceData baseline(Scenario scenario, Instant anchor) {
    Instant introduced = scenario.initiative().introduced(anchor);
    List<Sentiment> sentiments =
        events(scenario, anchor).stream()
            .filter(event -> event.occurredAt().isBefore(introduced))
            .map(event -> event.data() instanceof FeedbackSubmitted data ? data.sentiment() : null)
            .filter(Objects::nonNull)
            .toList();
    int net =
        Collections.frequency(sentiments, Sentiment.POSITIVE)
            - Collections.frequency(sentiments, Sentiment.NEGATIVE);
    return new ReferenceData(
        scenario.project(),
        "baseline",
        Map.of("netSatisfaction", rounded((double) net / sentiments.size(), 4)));
  }

  private List<SupportEvent> tell() {
    Chance chance = new Chance(scenario.seed());
    Scenario.PerDay perDay = scenario.perDay();
    throughout(perDay.feedback(), this::giveFeedback, chance.split());
    throughout(perDay.questions(), this::ask, chance.split());
    throughout(perDay.errors(), this::reportError, chance.split());
    CaseStory cases = new CaseStory(scenario, texts, feed);
    throughout(perDay.cases(), (at, luck) -> cases.tell(at, adoption(at), luck), chance.split());
    for (Scenario.Usage usage : scenario.usage()) {
      every(usage.everyDays(), (at, luck) -> meter(usage, at, luck), chance.split());
    }
    for (Scenario.Cost cost : scenario.costs()) {
      every(cost.everyDays(), (at, luck) -> spend(cost, at, luck), chance.split());
    }
    for (Scenario.Income income : scenario.income()) {
      every(income.everyDays(), (at, luck) -> earn(income, at, luck), chance.split());
    }
    return feed.events();
  }

  private double adoption(Instant at) {
    return scenario.initiative().adoption(at, anchor);
  }

  private void throughout(Shift perDay, BiConsumer<Instant, Chance> happens, Chance chance) {
    double atMost = Math.max(perDay.before(), perDay.after());
    for (Instant at :
        Rhythm.arrivals(start, anchor, atMost, when -> perDay.at(adoption(when)), chance)) {
      happens.accept(at, chance);
    }
  }

  private void every(int days, BiConsumer<Instant, Chance> happens, Chance chance) {
    Duration period = Duration.ofDays(days);
    Instant first = start.plusSeconds(chance.between(1, (int) period.toSeconds()));
    for (Instant at = first; at.isBefore(anchor); at = at.plus(period)) {
      happens.accept(at, chance);
    }
  }

  private void giveFeedback(Instant at, Chance chance) {
    double adoption = adoption(at);
    Customer customer = Customer.draw(scenario, adoption, chance);
    Sentiment sentiment = sentiment(adoption, chance);
    @Nullable String text =
        chance.happens(CLICK_ONLY) ? null : words(sentiment, customer.language(), chance);
    boolean wordsOnly = text != null && chance.happens(WORDS_ONLY);
    feed.add(
        at,
        new FeedbackSubmitted(
            wordsOnly ? null : sentiment,
            text,
            null,
            Map.of(),
            customer.channel(),
            customer.tier(),
            customer.mode(),
            null,
            customer.user(),
            text == null ? null : customer.language(),
            List.of(),
            customer.account()));
  }

  private Sentiment sentiment(double adoption, Chance chance) {
    double positive = scenario.positive().at(adoption);
    double negative = scenario.negative().at(adoption);
    return chance.pick(
        new TreeMap<>(
            Map.of(
                Sentiment.POSITIVE,
                positive,
                Sentiment.NEGATIVE,
                negative,
                Sentiment.NEUTRAL,
                1 - positive - negative)));
  }

  private String words(Sentiment sentiment, String language, Chance chance) {
    NeedCategory category = chance.pick(scenario.categories());
    return switch (sentiment) {
      case POSITIVE -> texts.praise(language, chance);
      case NEUTRAL -> texts.need(language, category, chance);
      case NEGATIVE -> texts.complaint(language, category, chance);
    };
  }

  private void ask(Instant at, Chance chance) {
    Customer customer = Customer.draw(scenario, adoption(at), chance);
    NeedCategory category =
        chance.happens(0.6) ? NeedCategory.USAGE_QUESTION : chance.pick(scenario.categories());
    feed.add(
        at,
        new QuestionAsked(
            texts.need(customer.language(), category, chance),
            null,
            customer.channel(),
            customer.tier(),
            customer.user(),
            customer.language(),
            customer.account()));
  }

  private void reportError(Instant at, Chance chance) {
    String runtime = chance.pick(scenario.runtimes());
    Crash crash =
        chance.pick(Crash.ALL.stream().filter(it -> it.runtime().equals(runtime)).toList());
    Customer customer = Customer.draw(scenario, adoption(at), chance);
    feed.add(
        at,
        new ErrorReported(
            texts.fill(crash.message(), "en", chance),
            texts.fill(crash.stackTrace(), "en", chance),
            texts.fill("{version}", "en", chance),
            EventCodec.mapper()
                .createObjectNode()
                .put("runtime", runtime)
                .put("os", chance.pick(List.of("linux", "linux", "linux", "windows"))),
            (long) Math.ceil(chance.waiting(3)),
            customer.user(),
            customer.account()));
  }

  private void meter(Scenario.Usage usage, Instant at, Chance chance) {
    double quantity = chance.around(usage.quantity().at(adoption(at)), SPREAD);
    feed.add(
        at,
        new UsageRecorded(
            usage.action(), rounded(quantity, 0), usage.unit(), usage.tool(), null, null));
  }

  private void spend(Scenario.Cost cost, Instant at, Chance chance) {
    double adoption = adoption(at);
    double amount = chance.around(cost.amount().at(adoption), SPREAD);
    Shift spent = cost.chance();
    if (spent != null && !chance.happens(spent.at(adoption))) {
      return;
    }
    feed.add(
        at,
        new CostRecorded(
            cost.kind(),
            rounded(amount, 2),
            scenario.currency(),
            cost.category(),
            cost.mode(),
            null,
            null,
            cost.tool(),
            null,
            cost.inTotalCost(),
            cost.note(),
            null));
  }

  private void earn(Scenario.Income income, Instant at, Chance chance) {
    double amount = chance.around(income.amount().at(adoption(at)), SPREAD);
    if (amount >= 1) {
      feed.add(
          at,
          new IncomeRecorded(
              rounded(amount, 2),
              scenario.currency(),
              income.tier(),
              income.businessModel(),
              income.product(),
              null,
              null));
    }
  }

  private static BigDecimal rounded(double number, int decimals) {
    return BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
  }
}
