package dev.supportpulse.metrics.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.ClassificationOrigin;
import dev.supportpulse.events.ClassifierTier;
import dev.supportpulse.events.Digest;
import dev.supportpulse.events.EventRejected;
import dev.supportpulse.events.EventVoided;
import dev.supportpulse.events.FeedbackSubmitted;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.NeedClassified;
import dev.supportpulse.events.QuestionAsked;
import dev.supportpulse.events.RejectionOutcome;
import dev.supportpulse.events.Sentiment;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.Topics;
import dev.supportpulse.events.UpstreamData;
import dev.supportpulse.events.UsageRecorded;
import dev.supportpulse.localstack.KafkaBroker;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import dev.supportpulse.metrics.figure.Figure;
import dev.supportpulse.metrics.ledger.Accounted;
import dev.supportpulse.metrics.ledger.RandomHistory;
import dev.supportpulse.metrics.postgres.LedgerTables;
import dev.supportpulse.metrics.query.Answer;
import dev.supportpulse.metrics.query.FigureName;
import dev.supportpulse.metrics.query.FigureService;
import dev.supportpulse.metrics.query.Filter;
import dev.supportpulse.metrics.query.Question;
import dev.supportpulse.metrics.query.SpanParameters;
import dev.supportpulse.metrics.tally.Dimension;
import dev.supportpulse.metrics.tally.Granule;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the topics into the tables, through a real broker. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class TopicConsumerComponentTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Instant at = Instant.now().minus(Duration.ofHours(1));

  @Inject LedgerTables tables;
  @Inject FigureService figures;

  @SuppressWarnings("NullAway.Init")
  KafkaBroker broker;

  @SuppressWarnings("NullAway.Init")
  private TestTopics topics;

  @BeforeEach
  void connect() {
    topics = new TestTopics(broker.bootstrapServers());
  }

  @AfterEach
  void disconnect() {
    topics.close();
  }

  @Test
  void eventsClassificationsAndRejectionsMeetInTheLedger() throws Exception {
    SupportEvent first = question("meet", "1");
    SupportEvent second = question("meet", "2");
    topics.send(Topics.CLASSIFICATIONS, classified(first, NeedCategory.TRAINING));
    topics.send(Topics.EVENTS, first);
    topics.send(Topics.EVENTS, second);
    topics.send(Topics.EVENTS, first);
    topics.send(Topics.CLASSIFICATIONS, classified(second, NeedCategory.SECURITY));
    topics.send(Topics.CLASSIFICATIONS, classified(second, NeedCategory.SECURITY));
    topics.send(Topics.REJECTED, rejected("meet"));

    awaitAccounted("meet", new Accounted(2, 1, 1, 0));
    awaitNothingPending("meet");
  }

  @Test
  void aVoidMayPrecedeItsTarget() throws Exception {
    SupportEvent target = question("void", "1");
    topics.send(
        Topics.EVENTS, event("void", "take-back", new EventVoided("/test", "1", null, null)));
    topics.send(Topics.EVENTS, target);

    awaitAccounted("void", new Accounted(2, 0, 0, 0));
    assertThat(tables.buckets("void", Granule.MINUTE)).isEmpty();
  }

  @Test
  void aRestatementOfThePastIsVisibleWithinFiveSeconds() throws Exception {
    SupportEvent feedback =
        event(
            "restated-past",
            "1",
            new FeedbackSubmitted(
                Sentiment.POSITIVE,
                "text",
                null,
                Map.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null));
    topics.send(Topics.EVENTS, feedback);
    awaitAccounted("restated-past", new Accounted(1, 0, 0, 0));

    Instant classified = Instant.now();
    topics.send(Topics.CLASSIFICATIONS, classified(feedback, NeedCategory.TRAINING));
    awaitFeedbacks("restated-past", NeedCategory.TRAINING, 1, classified.plusSeconds(5));

    Instant voided = Instant.now();
    topics.send(
        Topics.EVENTS,
        event("restated-past", "take-back", new EventVoided("/test", "1", null, null)));
    Answer answer =
        awaitFeedbacks("restated-past", NeedCategory.TRAINING, 0, voided.plusSeconds(5));
    assertThat(answer.restatedAt()).isAfter(voided);
  }

  /** Asserts that so many feedbacks of that category are answered by then. */
  private Answer awaitFeedbacks(
      String project, NeedCategory category, long expected, Instant deadline) throws Exception {
    Instant to = Granule.MINUTE.ceil(at.plusSeconds(60));
    Question question =
        new Question(
            project,
            List.of(to.minus(Duration.ofHours(1)), to),
            List.of(),
            List.of(new Filter(Dimension.CATEGORY, category.name())),
            Set.of(FigureName.NET_SATISFACTION));
    while (true) {
      Answer answer = figures.answer(question, Instant.now(), SpanParameters.of("window"));
      Figure figure = answer.points().get(0).only().get(FigureName.NET_SATISFACTION);
      long n = figure instanceof Figure.Ratio ratio ? ratio.n() : 0;
      if (n == expected) {
        assertThat(Instant.now()).isBefore(deadline);
        return answer;
      }
      assertThat(Instant.now()).as("%d of %d feedbacks", n, expected).isBefore(deadline);
      Thread.sleep(50);
    }
  }

  @Test
  void whatCanNotBeCountedGoesToTheDeadLettersAndHoldsNothingUp() throws Exception {
    topics.sendRaw(Topics.EVENTS, "not a cloud event".getBytes(StandardCharsets.UTF_8));
    topics.sendWithKey(Topics.EVENTS, question("poison", "wrong key"), "0123");
    topics.send(
        Topics.EVENTS,
        new SupportEvent(
            "poison",
            "/test",
            "from long ago",
            at.minus(Duration.ofDays(4_000)),
            null,
            at,
            RandomHistory.digest("d"),
            new QuestionAsked("how?", null, null, null, null, null, null)));
    topics.send(
        Topics.EVENTS,
        event("poison", "NUL", new UsageRecorded("h\0ur", BigDecimal.ONE, null, null, null, null)));
    topics.send(Topics.EVENTS, question("poison", "good"));

    awaitAccounted("poison", new Accounted(1, 0, 0, 1));
    assertThat(
            topics.letters(
                Topics.deadLetters("metrics"),
                4,
                letter -> !"again".equals(TestTopics.header(letter, "ce_project"))))
        .extracting(letter -> TestTopics.header(letter, "dead-letter-code"))
        .containsExactlyInAnyOrder("NOT_A_CLOUD_EVENT", "WRONG_KEY", "OUT_OF_RANGE", "MALFORMED");
    assertThat(RestAssured.get("/q/metrics").asString())
        .contains("supportpulse_dead_letters_total{code=\"WRONG_KEY\"")
        .contains("supportpulse_metrics_batch_records_sum");
  }

  @Test
  void aRedrivenRecordThatFailsAgainIsALetterOfOneMoreAttempt() throws Exception {
    SupportEvent wrong = question("again", "wrong key");
    topics.sendRedriven(Topics.EVENTS, wrong, "0123", Map.of("dead-letter-attempts", "4"));
    topics.sendRedriven(
        Topics.EVENTS,
        wrong,
        "0123",
        Map.of("dead-letter-attempts", "1", "dead-letter-for", "classifier"));
    topics.send(Topics.EVENTS, question("again", "good"));

    awaitAccounted("again", new Accounted(1, 0, 0, 0));
    assertThat(
            topics.letters(
                Topics.deadLetters("metrics"),
                1,
                letter -> "again".equals(TestTopics.header(letter, "ce_project"))))
        .extracting(letter -> TestTopics.header(letter, "dead-letter-attempts"))
        .containsExactly("5");
  }

  private SupportEvent question(String project, String id) {
    return event(project, id, new QuestionAsked("how do I?", null, null, null, null, null, null));
  }

  private SupportEvent event(String project, String id, UpstreamData data) {
    return new SupportEvent(
        project, "/test", id, at, null, at, RandomHistory.digest(project + id), data);
  }

  private SupportEvent classified(SupportEvent target, NeedCategory category) {
    Digest digest = Objects.requireNonNull(target.digest());
    return new SupportEvent(
        target.project(),
        "/classifier",
        "c-" + target.id(),
        at,
        null,
        null,
        null,
        new NeedClassified(
            new NeedClassified.Target(target.source(), target.id()),
            digest,
            ClassificationOrigin.MODEL,
            1,
            ClassifierTier.FAST,
            category,
            at,
            0.9,
            null,
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            List.of(),
            null,
            null,
            "test"));
  }

  private SupportEvent rejected(String project) {
    return new SupportEvent(
        project,
        "/intake",
        "r-1",
        at,
        null,
        at,
        null,
        new EventRejected(RejectionOutcome.REJECTED, "INVALID_FIELD", "/data", "no", at, null));
  }

  private void awaitAccounted(String project, Accounted expected) throws Exception {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!tables.accounted(project).equals(expected) && Instant.now().isBefore(deadline)) {
      Thread.sleep(50);
    }
    assertThat(tables.accounted(project)).isEqualTo(expected);
  }

  private void awaitNothingPending(String project) throws Exception {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (pending(project) != 0 && Instant.now().isBefore(deadline)) {
      Thread.sleep(50);
    }
    assertThat(pending(project)).isZero();
  }

  private long pending(String project) throws Exception {
    return tables.buckets(project, Granule.DAY).values().stream()
        .reduce(Tally.NONE, Tally::plus)
        .get(Measure.PENDING.plain())
        .n();
  }
}
