package dev.supportpulse.metrics.ledger;

import dev.supportpulse.events.CaseOpened;
import dev.supportpulse.events.CaseReopened;
import dev.supportpulse.events.CaseResolved;
import dev.supportpulse.events.CaseResponded;
import dev.supportpulse.events.Channel;
import dev.supportpulse.events.ClassificationOrigin;
import dev.supportpulse.events.ClassifierTier;
import dev.supportpulse.events.CostKind;
import dev.supportpulse.events.CostRecorded;
import dev.supportpulse.events.Digest;
import dev.supportpulse.events.EventVoided;
import dev.supportpulse.events.FeedbackSubmitted;
import dev.supportpulse.events.IncomeRecorded;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.QuestionAsked;
import dev.supportpulse.events.RejectionOutcome;
import dev.supportpulse.events.Sentiment;
import dev.supportpulse.events.SupportMode;
import dev.supportpulse.events.SurveyAnswered;
import dev.supportpulse.events.UpstreamData;
import dev.supportpulse.events.UsageRecorded;
import dev.supportpulse.metrics.efficiency.BusinessHours;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A history that leaves nothing out: every type of event, cases whose events come in any order,
 * voids before and after their targets, refusals, classifications of either origin, early, late, of
 * other bodies and superseded. Equal seeds give equal histories.
 */
public final class RandomHistory {

  /** Eight hours a day with a break, in a zone far from UTC, and a holiday. */
  public static final BusinessHours HOURS =
      new BusinessHours(
          ZoneId.of("America/New_York"),
          Arrays.stream(DayOfWeek.values())
              .collect(
                  Collectors.toMap(
                      Function.identity(),
                      day ->
                          List.of(
                              new BusinessHours.Shift(LocalTime.of(8, 0), LocalTime.of(12, 0)),
                              new BusinessHours.Shift(LocalTime.of(13, 0), LocalTime.of(17, 0))))),
          new TreeSet<>(List.of(LocalDate.parse("2026-03-02"))));

  private static final int EVENTS_PER_CASE = 20;

  private final String project;
  private final Random random;
  private final Instant start;
  private final List<Fact> facts = new ArrayList<>();
  private int cases;

  private RandomHistory(String project, long seed, Instant start) {
    this.project = project;
    this.random = new Random(seed);
    this.start = start;
  }

  /** Facts about {@code events} events of the three days from {@code start}, in a random order. */
  public static List<Fact> of(String project, long seed, int events, Instant start) {
    RandomHistory history = new RandomHistory(project, seed, start);
    history.cases = Math.max(6, events / EVENTS_PER_CASE);
    for (int i = 0; i < events; i++) {
      history.addEvent("e" + i);
    }
    Collections.shuffle(history.facts, history.random);
    return List.copyOf(history.facts);
  }

  /** Facts in an order that keeps those about one identity as they were, as a partition does. */
  public static List<Fact> reordered(List<Fact> facts, long seed) {
    Random random = new Random(seed);
    Map<Integer, List<Fact>> partitions = new TreeMap<>();
    for (Fact fact : facts) {
      partitions
          .computeIfAbsent(Math.floorMod(about(fact).hashCode(), 7), p -> new ArrayList<>())
          .add(fact);
    }
    List<Deque<Fact>> queues = new ArrayList<>();
    partitions.values().forEach(partition -> queues.add(new ArrayDeque<>(partition)));
    List<Fact> merged = new ArrayList<>();
    while (!queues.isEmpty()) {
      Deque<Fact> queue = queues.get(random.nextInt(queues.size()));
      merged.add(queue.remove());
      queues.removeIf(Deque::isEmpty);
    }
    return merged;
  }

  /** The key that the fact's record has. */
  public static EventKey about(Fact fact) {
    if (fact instanceof Fact.EventArrived event) {
      return event.data() instanceof EventVoided target
          ? Fact.keyOf(event.key().project(), target.source(), target.id())
          : event.key();
    }
    if (fact instanceof Fact.NeedFound found) {
      return found.target();
    }
    if (fact instanceof Fact.EventRefused refused) {
      return refused.key();
    }
    throw new IllegalArgumentException("no key: " + fact);
  }

  public static Fact.EventArrived event(
      String project, String id, Instant occurredAt, UpstreamData data) {
    return new Fact.EventArrived(
        Fact.keyOf(project, "/test", id), digest(id), "/test", id, occurredAt, occurredAt, data);
  }

  public static Digest digest(String body) {
    byte[] bytes = new byte[32];
    byte[] utf8 = body.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(utf8, 0, bytes, 0, Math.min(utf8.length, 32));
    return Digest.ofBytes(bytes);
  }

  private void addEvent(String id) {
    Fact.EventArrived event = event(project, id, time(), data());
    facts.add(event);
    if (event.data().classifiable() && random.nextInt(5) > 0) {
      facts.add(found(event, digest(id)));
    }
    if (random.nextInt(6) == 0) {
      facts.add(found(event, random.nextBoolean() ? null : digest(id)));
    }
    if (random.nextInt(10) == 0) {
      facts.add(found(event, digest("another body")));
    }
    if (random.nextInt(12) == 0) {
      facts.add(event(project, "void-" + id, time(), new EventVoided("/test", id, null, null)));
    }
    if (random.nextInt(8) == 0) {
      facts.add(
          new Fact.EventRefused(
              event.key(),
              digest(random.nextBoolean() ? id : "another body"),
              time(),
              pick(RejectionOutcome.values())));
    }
  }

  private Fact found(Fact.EventArrived target, @Nullable Digest digest) {
    boolean human = digest == null || random.nextInt(6) == 0;
    return new Fact.NeedFound(
        target.key(),
        digest,
        Classification.of(
            pick(NeedCategory.values()),
            random.nextBoolean() ? null : pick(Sentiment.values()),
            new Precedence(
                human ? ClassificationOrigin.HUMAN : ClassificationOrigin.MODEL,
                random.nextInt(1_000_000),
                pick(ClassifierTier.values()))),
        start);
  }

  private Instant time() {
    return start.plus(Duration.ofMillis(random.nextInt(3 * 24 * 3600 * 1000)));
  }

  private UpstreamData data() {
    String caseId = "c" + random.nextInt(cases);
    String tier = random.nextBoolean() ? null : random.nextBoolean() ? "PREMIUM" : "COMMUNITY";
    Channel channel = random.nextInt(3) == 0 ? null : pick(Channel.values());
    SupportMode mode = random.nextInt(3) == 0 ? null : pick(SupportMode.values());
    BigDecimal amount = BigDecimal.valueOf(random.nextInt(20_000) - 5_000, 2);
    return switch (random.nextInt(10)) {
      case 0 ->
          new FeedbackSubmitted(
              random.nextBoolean() ? null : pick(Sentiment.values()),
              "a text",
              null,
              Map.of(),
              channel,
              tier,
              mode,
              random.nextBoolean() ? null : caseId,
              null,
              null,
              List.of(),
              null);
      case 1 ->
          new SurveyAnswered(
              Map.of(
                  "overall", 1 + random.nextInt(5),
                  "technicalSupport", 1 + random.nextInt(5),
                  "solution", 1 + random.nextInt(5),
                  "responseTime", 1 + random.nextInt(5),
                  "effort", 1 + random.nextInt(7),
                  "recommend", random.nextInt(11)),
              caseId,
              channel,
              tier,
              null,
              random.nextBoolean() ? null : "it helped",
              null);
      case 2 ->
          new CaseOpened(caseId, "title", "text", channel, tier, mode, null, null, List.of(), null);
      case 3 -> new CaseResponded(caseId, null);
      case 4 -> new CaseResolved(caseId, mode, List.of(), effort(), null);
      case 5 -> new CaseReopened(caseId, null);
      case 6 ->
          new CostRecorded(
              pick(CostKind.values()),
              amount,
              random.nextBoolean() ? "USD" : "CNY",
              random.nextBoolean() ? null : pick(NeedCategory.values()),
              mode,
              channel,
              tier,
              null,
              random.nextBoolean() ? null : caseId,
              random.nextBoolean(),
              null,
              null);
      case 7 -> new IncomeRecorded(amount, "USD", tier, null, null, null, null);
      case 8 -> new UsageRecorded("hour", amount.abs(), null, null, null, null);
      default -> new QuestionAsked("how?", null, channel, tier, null, null, null);
    };
  }

  private @Nullable BigDecimal effort() {
    return random.nextInt(3) == 0 ? null : BigDecimal.valueOf(random.nextInt(240));
  }

  private <T> T pick(T[] values) {
    return Arrays.asList(values).get(random.nextInt(values.length));
  }
}
