package dev.supportpulse.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.localstack.Service;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Learning, end to end: a new kind of need that the shipped model misreads; 300 corrections of it;
 * a challenger that is better; its promotion; the topic classified again. Past figures are then
 * those that a full replay into an empty database comes to.
 */
class LearningSystemTest {

  private static final int EVENTS = 400;
  private static final int CORRECTED = 300;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final String[] PARTS = {
    "warp beam", "shuttle", "heddle frame", "reed", "dobby", "jacquard head", "weft feeder"
  };
  private static final String[] SIGNS = {
    "slips", "loses tension", "snags", "skips picks", "drifts to the left", "stops short"
  };

  @SuppressWarnings("NullAway.Init")
  private static Pipeline pipeline;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);

  @BeforeAll
  static void start() throws Exception {
    // The fast tier alone: the other one learns alike, but takes minutes on a busy machine.
    pipeline = Pipeline.start(Map.of("supportpulse.classifier.accurate.enabled", "false"));
  }

  @AfterAll
  static void stop() throws Exception {
    pipeline.close();
  }

  @Test
  void correctionsBecomeAChampionThatRestatesThePast() throws Exception {
    postEvents();
    JsonNode before = await(summary(), LearningSystemTest::isComplete);
    assertThat(feedbacks(before, "TRAINING")).isLessThan(EVENTS / 2);

    for (int number = 0; number < CORRECTED; number++) {
      correct(number);
    }
    JsonNode models = await(classifier("/v1/models"), answer -> learned(answer) == CORRECTED);
    String challenger = models.at("/challenger").asText();
    JsonNode report = models.at("/versions/0/report");
    assertThat(report.at("/corrections/FAST/texts").asInt()).isEqualTo(CORRECTED);
    assertThat(report.at("/corrections/FAST/challengerAccuracy").asDouble())
        .isGreaterThan(report.at("/corrections/FAST/championAccuracy").asDouble());
    assertThat(report.at("/recommended").asBoolean()).as("%s", report).isTrue();

    assertThat(post("/v1/models/" + challenger + "/promote", "{}").status()).isEqualTo(200);
    await(classifier("/v1/models"), answer -> answer.at("/champion").asText().equals(challenger));
    // It stays the champion of an instance that was killed.
    pipeline.killAndRestart(Service.CLASSIFIER);
    pipeline.service(Service.CLASSIFIER).awaitReady();
    await(classifier("/v1/models"), answer -> answer.at("/champion").asText().equals(challenger));
    reprocess();

    // The 300 by what humans said of them, the others by what the champion learned from that.
    JsonNode after = awaitEverythingCounted();
    assertThat(feedbacks(after, "TRAINING")).isGreaterThan(EVENTS * 98 / 100);
    pipeline.forgetAndRestart(Service.METRICS, "metrics");
    pipeline.service(Service.METRICS).awaitReady();
    JsonNode replayed = awaitEverythingCounted();
    assertThat(replayed.at("/groups")).isEqualTo(after.at("/groups"));
  }

  /** The summary once all that is in the topics by now has been counted. */
  private JsonNode awaitEverythingCounted() throws Exception {
    Instant published = Instant.now();
    return await(
        summary(),
        answer ->
            isComplete(answer)
                && Instant.parse(answer.at("/watermark").asText()).isAfter(published));
  }

  private void postEvents() throws Exception {
    ArrayNode batch = EventCodec.mapper().createArrayNode();
    for (int number = 0; number < EVENTS; number++) {
      ObjectNode event = batch.addObject();
      event.put("specversion", "1.0").put("project", "mill").put("source", "/forum");
      event.put("id", "post-" + number).put("type", "dev.supportpulse.feedback.submitted");
      event.put("time", now.minus(Duration.ofHours(1)).plusSeconds(number).toString());
      event
          .putObject("data")
          .put("sentiment", number % 3 == 0 ? "POSITIVE" : "NEGATIVE")
          .put("text", text(number));
    }
    URI events = pipeline.service(Service.INTAKE).uri().resolve("/v1/events");
    Http.Answer answer = Http.post(events, "application/cloudevents-batch+json", batch.toString());
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(202);
  }

  private static void correct(int number) throws Exception {
    ObjectNode body = EventCodec.mapper().createObjectNode();
    body.put("id", "review-" + number).put("project", "mill").put("category", "TRAINING");
    body.putObject("target").put("source", "/forum").put("id", "post-" + number);
    // Every other one leaves it to the service to find in the topic what the event says.
    if (number % 2 == 0) {
      body.put("text", text(number));
    }
    Http.Answer answer = post("/v1/corrections", body.toString());
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
  }

  private static void reprocess() throws Exception {
    Http.Answer begun = post("/v1/reprocessings", "{\"project\": \"mill\"}");
    assertThat(begun.status()).as("%s", begun.body()).isEqualTo(202);
    await(
        classifier("/v1/reprocessings/" + begun.body().at("/id").asLong()),
        answer -> !answer.at("/finishedAt").isNull());
  }

  private static String text(int number) {
    return "Our weavers say the %s %s since shift %d"
        .formatted(PARTS[number % PARTS.length], SIGNS[number / 2 % SIGNS.length], number);
  }

  private static int learned(JsonNode models) {
    return models.at("/versions/0/lessons/mill/corrections").asInt();
  }

  private static boolean isComplete(JsonNode summary) {
    return summary.at("/window/complete").asBoolean() && feedbacks(summary) == EVENTS;
  }

  private static long feedbacks(JsonNode summary) {
    long sum = 0;
    for (JsonNode group : summary.at("/groups")) {
      sum += group.at("/figures/netSatisfaction/denominator").asLong();
    }
    return sum;
  }

  private static long feedbacks(JsonNode summary, String category) {
    for (JsonNode group : summary.at("/groups")) {
      if (group.at("/key/category").asText().equals(category)) {
        return group.at("/figures/netSatisfaction/denominator").asLong();
      }
    }
    return 0;
  }

  /** At one instant, so that two answers are about the same window. */
  private URI summary() {
    return pipeline
        .service(Service.METRICS)
        .uri()
        .resolve("/v1/projects/mill/summary?window=PT24H&groupBy=category&at=" + now);
  }

  private static URI classifier(String path) {
    return pipeline.service(Service.CLASSIFIER).uri().resolve(path);
  }

  private static Http.Answer post(String path, String body) throws Exception {
    Http.Answer answer = Http.post(classifier(path), "application/json", body);
    Instant end = Instant.now().plus(PATIENCE);
    while (answer.status() == 503 && Instant.now().isBefore(end)) {
      Thread.sleep(200);
      answer = Http.post(classifier(path), "application/json", body);
    }
    return answer;
  }

  private static JsonNode await(URI uri, Predicate<JsonNode> wanted) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    Http.Answer answer = Http.get(uri);
    while (!(answer.status() == 200 && wanted.test(answer.body())) && Instant.now().isBefore(end)) {
      Thread.sleep(200);
      answer = Http.get(uri);
    }
    assertThat(answer.status() == 200 && wanted.test(answer.body()))
        .as("%s", answer.body())
        .isTrue();
    return answer.body();
  }
}
