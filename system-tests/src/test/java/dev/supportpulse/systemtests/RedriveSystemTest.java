package dev.supportpulse.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.Identity;
import dev.supportpulse.events.Topics;
import dev.supportpulse.localstack.Service;
import dev.supportpulse.localstack.ServiceProcess;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What was set aside gets another chance, is counted once however often it gets one, and is parked
 * when it fails too often.
 */
class RedriveSystemTest {

  private static final List<String> TO_THE_FIGURES =
      List.of(
          "intake-service: POST /v1/events",
          "classifier-service: classify support.events",
          "metrics-service: count support.classifications");

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int MAX_ATTEMPTS = 3;

  /** The traces of two senders' requests. */
  private static final String OLD = "4bf92f3577b34da6a3ce929d0e0e4736";

  private static final String OLDER = "7f92f3577b34da6a3ce929d0e0e4736a";
  private static final String WORDS = "The installer crashes on every start";

  @SuppressWarnings("NullAway.Init")
  private static Pipeline pipeline;

  @SuppressWarnings("NullAway.Init")
  private static TraceCollector traces;

  @BeforeAll
  static void start() throws Exception {
    traces = TraceCollector.start();
    pipeline =
        Pipeline.start(
            Map.of(
                "supportpulse.intake.retention", "P30D",
                "supportpulse.metrics.ledger-days", "10",
                "supportpulse.redrive.max-attempts", Integer.toString(MAX_ATTEMPTS),
                "quarkus.otel.sdk.disabled", "false",
                "quarkus.otel.traces.sampler.arg", "0",
                "quarkus.otel.bsp.schedule.delay", "200ms",
                "quarkus.otel.exporter.otlp.endpoint", traces.endpoint(),
                "quarkus.log.console.json.enabled", "true"));
  }

  @AfterAll
  static void stop() throws Exception {
    pipeline.close();
    traces.close();
  }

  /** Both are counted as quarantined; with a longer ledger they are accepted, once. */
  @Test
  void whatWasTooOldIsAcceptedOnceTheLedgerGoesBackFarEnough() throws Exception {
    postOld("old", Duration.ofDays(20), OLD); // too old for metrics
    postOld("older", Duration.ofDays(60), OLDER); // too old for intake
    awaitAccounted("history", 0, 2);
    awaitLetters(Topics.deadLetters("metrics"), "history", "WAITING", 1);
    awaitLetters(Topics.REJECTED, "history", "WAITING", 1);
    awaitSpans(OLD, List.of("metrics-service: count support.events, failed"));
    awaitSpans(
        OLD, TO_THE_FIGURES); // A service that is killed takes along what it hasn't told yet.

    pipeline.set("supportpulse.metrics.ledger-days", "400");
    pipeline.killAndRestart(Service.METRICS);
    redrive(Topics.deadLetters("metrics"), "history", "WAITING", 1);
    redrive(Topics.REJECTED, "history", "WAITING", 1);
    awaitAccounted("history", 2, 0);

    redrive(Topics.deadLetters("metrics"), "history", "REDRIVEN", 1);
    redrive(Topics.REJECTED, "history", "REDRIVEN", 1);
    post("now", Instant.now(), "", null);
    awaitAccounted("history", 3, 0);
    theirTracesGoFromTheRequestsToTheFigures();
    whatIsLoggedNamesTheTraceAndNotTheWords();
    try (LedgerQueries queries = new LedgerQueries(pipeline.jdbcUrl())) {
      Map<String, String> counted = queries.ledger("history");
      assertThat(counted).containsEntry("SENTIMENT USER/POSITIVE", "3 3");
      assertThat(queries.buckets("bucket_day", "history")).isEqualTo(counted);
    }
  }

  /** Through three services and two topics, and after the redrive still. */
  private static void theirTracesGoFromTheRequestsToTheFigures() throws Exception {
    awaitSpans(OLD, List.of("metrics-service: count support.events"));
    awaitSpans(OLDER, TO_THE_FIGURES);
    awaitSpans(
        OLDER,
        List.of(
            "metrics-service: count support.rejected", "metrics-service: count support.events"));
    assertThat(traces.ofTrace(OLD)).allMatch(TraceCollector.Received::isContinued);
    assertThat(traces.ofTrace(OLD)).noneMatch(span -> span.text().contains(WORDS));
  }

  private static void awaitSpans(String trace, List<String> expected) throws Exception {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!spans(trace).containsAll(expected) && Instant.now().isBefore(deadline)) {
      Thread.sleep(100);
    }
    assertThat(spans(trace)).containsAll(expected);
  }

  private static List<String> spans(String trace) {
    return traces.ofTrace(trace).stream()
        .map(span -> span.service() + ": " + span.name() + (span.failed() ? ", failed" : ""))
        .toList();
  }

  private static void whatIsLoggedNamesTheTraceAndNotTheWords() throws Exception {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : pipeline.log(Service.METRICS)) {
      lines.add(EventCodec.mapper().readTree(line));
    }
    assertThat(lines).hasSizeGreaterThan(5);
    assertThat(lines)
        .filteredOn(line -> line.at("/message").asText().contains("goes to the dead letters"))
        .extracting(line -> line.at("/mdc/traceId").asText())
        .contains(OLD);
    for (Service service : Service.values()) {
      assertThat(pipeline.log(service)).noneMatch(line -> line.contains(WORDS));
    }
  }

  /** The classifier fails at it again and again; metrics, which failed too, is not asked again. */
  @Test
  void poisonIsTriedAgainUntilItIsParked() throws Exception {
    String letters = Topics.deadLetters("classifier");
    sendWithoutDigest("poison");

    for (int attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
      JsonNode letter = awaitLetters(letters, "poison", "WAITING", 1).at("/letters/0");
      assertThat(letter.at("/attempts").asInt()).isEqualTo(attempt);
      assertThat(letter.at("/code").asText()).isEqualTo("MALFORMED");
      redrive(letters, "poison", "WAITING", 1);
    }

    JsonNode parked = awaitLetters(letters, "poison", "PARKED", 1).at("/letters/0");
    assertThat(parked.at("/attempts").asInt()).isEqualTo(MAX_ATTEMPTS);
    redrive(letters, "poison", "WAITING", 0);
    awaitLetters(letters, "poison", "REDRIVEN", MAX_ATTEMPTS - 1);
    awaitLetters(Topics.deadLetters("metrics"), "poison", "WAITING", 1);
  }

  private static void postOld(String id, Duration age, String trace) throws Exception {
    post(id, Instant.now().minus(age), "00-" + trace + "-00f067aa0ba902b7-01", WORDS);
  }

  private static void post(String id, Instant time, String traceparent, @Nullable String text)
      throws Exception {
    ObjectNode event = EventCodec.mapper().createObjectNode();
    event.put("project", "history").put("source", "/redrive").put("id", id);
    event.put("type", "dev.supportpulse.feedback.submitted").put("time", time.toString());
    ObjectNode data = event.putObject("data").put("sentiment", "POSITIVE");
    if (text != null) {
      data.put("text", text);
    }
    URI events = pipeline.service(Service.INTAKE).uri().resolve("/v1/events");
    Http.Answer answer =
        Http.post(events, "application/json", event.toString(), "traceparent", traceparent);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(202);
  }

  /** Intake would have given it one: somebody else wrote it. */
  private static void sendWithoutDigest(String project) throws Exception {
    byte[] key = Identity.of(project, "/redrive", "1").hex().getBytes(StandardCharsets.UTF_8);
    byte[] data = "{\"text\":\"How do I install it?\"}".getBytes(StandardCharsets.UTF_8);
    ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Topics.EVENTS, key, data);
    Map.of(
            "ce_specversion", "1.0",
            "ce_id", "1",
            "ce_source", "/redrive",
            "ce_type", "dev.supportpulse.question.asked",
            "ce_time", Instant.now().toString(),
            "ce_project", project,
            "content-type", "application/json")
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", pipeline.bootstrapServers(), "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(record).get();
    }
  }

  private static void redrive(String topic, String project, String state, int expected)
      throws Exception {
    String selection =
        """
        {"topic":"%s","project":"%s","state":"%s","dryRun":false}\
        """
            .formatted(topic, project, state);
    Http.Answer answer = Http.post(deadLetters("/redrive"), "application/json", selection);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    assertThat(answer.body().at("/done").asInt()).as("%s", answer.body()).isEqualTo(expected);
  }

  private static JsonNode awaitLetters(String topic, String project, String state, int count)
      throws Exception {
    URI list = deadLetters("/" + topic + "?project=" + project + "&state=" + state);
    Instant deadline = Instant.now().plus(PATIENCE);
    Http.Answer answer = Http.get(list);
    while (answer.body().at("/letters").size() != count && Instant.now().isBefore(deadline)) {
      Thread.sleep(100);
      answer = Http.get(list);
    }
    assertThat(answer.body().at("/letters")).as("%s", answer.body()).hasSize(count);
    return answer.body();
  }

  private static void awaitAccounted(String project, long accepted, long quarantined)
      throws Exception {
    ServiceProcess metrics = pipeline.service(Service.METRICS);
    metrics.awaitReady();
    Accounting.await(
        metrics.uri(),
        project,
        Map.of("accepted", accepted, "duplicate", 0L, "rejected", 0L, "quarantined", quarantined));
  }

  private static URI deadLetters(String path) {
    return pipeline.service(Service.INTAKE).uri().resolve("/v1/dead-letters" + path);
  }
}
