package dev.supportpulse.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.client.Answers.Answer;
import dev.supportpulse.client.Answers.Request;
import dev.supportpulse.client.generated.model.BatchResult;
import dev.supportpulse.client.generated.model.Status;
import dev.supportpulse.events.CaseResponded;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.SupportEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntakeClientTest {

  private static final Backoff QUICK = new Backoff(Duration.ofMillis(1), Duration.ofMillis(5));

  @Test
  void every_event_is_sent_once_in_batches_and_told_in_order() throws Exception {
    try (Answers intake = new Answers(request -> told(request, event -> accepted()))) {
      List<BatchResult> results =
          client(intake).limits(new BatchLimits(3, 1_000_000)).key("k1").build().send(events(8));

      assertThat(results).extracting(BatchResult::getIndex).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
      List<String> ids = new ArrayList<>();
      for (Request request : intake.requests()) {
        assertThat(request.address().getPath()).isEqualTo("/v1/events");
        assertThat(request.contentType()).isEqualTo("application/cloudevents-batch+json");
        assertThat(request.authorization()).isEqualTo("Bearer k1");
        json(request).forEach(event -> ids.add(event.get("id").asText()));
      }
      assertThat(ids).containsExactlyElementsOf(events(8).stream().map(SupportEvent::id).toList());
      assertThat(intake.requests()).hasSize(3);
    }
  }

  @Test
  void a_busy_intake_is_asked_again_after_the_time_it_names() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (Answers intake =
        new Answers(
            request ->
                asked.incrementAndGet() == 1
                    ? new Answer(503, 1, problem("LOG_UNAVAILABLE", "the broker is away"))
                    : told(request, event -> accepted()))) {
      long started = System.nanoTime();
      List<BatchResult> results = client(intake).build().send(events(1));

      assertThat(System.nanoTime() - started).isGreaterThan(1_000_000_000L);
      assertThat(results).extracting(BatchResult::getStatus).containsExactly(Status.ACCEPTED);
      assertThat(intake.requests()).hasSize(2);
      assertThat(intake.requests().get(0)).isEqualTo(intake.requests().get(1));
    }
  }

  @Test
  void what_may_be_accepted_later_is_told_so() throws Exception {
    try (Answers intake =
        new Answers(
            request ->
                told(
                    request,
                    event ->
                        event.get("id").asText().equals("e1")
                            ? refused("TIME_IN_FUTURE", true)
                            : accepted()))) {
      List<BatchResult> results = client(intake).build().send(events(3));

      assertThat(results)
          .extracting(BatchResult::getStatus)
          .containsExactly(Status.ACCEPTED, Status.REJECTED, Status.ACCEPTED);
      assertThat(results).extracting(BatchResult::getRetryable).containsExactly(false, true, false);
      assertThat(intake.requests()).hasSize(1);
    }
  }

  @Test
  void a_batch_of_nothing_good_is_told_event_by_event() throws Exception {
    try (Answers intake =
        new Answers(request -> told(request, event -> refused("TIME_IN_FUTURE", false)))) {
      assertThat(client(intake).build().send(events(2)))
          .extracting(BatchResult::getCode)
          .containsExactly("TIME_IN_FUTURE", "TIME_IN_FUTURE");
    }
  }

  @Test
  void a_request_that_is_too_large_is_halved() throws Exception {
    try (Answers intake =
        new Answers(
            request ->
                json(request).size() > 2 || request.body().contains("\"e3\"")
                    ? Answer.of(413, problem("REQUEST_TOO_LARGE", "split it"))
                    : told(request, event -> accepted()))) {
      List<BatchResult> results = client(intake).build().send(events(5));

      assertThat(results)
          .extracting(BatchResult::getStatus)
          .containsExactly(
              Status.ACCEPTED, Status.ACCEPTED, Status.ACCEPTED, Status.REJECTED, Status.ACCEPTED);
      assertThat(results.get(3).getCode()).isEqualTo("REQUEST_TOO_LARGE");
      assertThat(results).extracting(BatchResult::getIndex).containsExactly(0, 1, 2, 3, 4);
    }
  }

  @Test
  void a_request_that_is_refused_whole_ends_it_and_says_why() {
    try (Answers intake =
        new Answers(request -> Answer.of(401, problem("KEY_REQUIRED", "send a key")))) {
      assertThatThrownBy(() -> client(intake).build().send(events(1)))
          .isInstanceOf(IntakeRefused.class)
          .hasMessage("intake answered 401 KEY_REQUIRED: send a key")
          .extracting(refused -> ((IntakeRefused) refused).status())
          .isEqualTo(401);
      assertThat(intake.requests()).hasSize(1);
    }
  }

  @Test
  void who_answers_something_else_is_not_intake() {
    try (Answers somebody = new Answers(request -> Answer.of(200, "<html>"))) {
      assertThatThrownBy(() -> client(somebody).build().send(events(1)))
          .isInstanceOf(IntakeRefused.class)
          .hasMessageContaining("is this intake's address?");
    }
    try (Answers somebody = new Answers(request -> Answer.of(200, "{}"))) {
      assertThatThrownBy(() -> client(somebody).build().send(events(1)))
          .isInstanceOf(IntakeRefused.class)
          .hasMessageContaining("0 results to 1 events");
    }
  }

  @Test
  void patience_ends() {
    Answers gone = new Answers(request -> Answer.of(202, "{}"));
    URI address = gone.address();
    gone.close();

    assertThatThrownBy(
            () ->
                IntakeClient.at(address)
                    .backoff(QUICK)
                    .patience(Duration.ofMillis(200))
                    .build()
                    .send(events(1)))
        .isInstanceOf(IntakeUnavailable.class)
        .hasMessageContaining("ConnectException");
  }

  @Test
  void an_address_that_is_none_is_refused_at_once() {
    assertThatThrownBy(() -> IntakeClient.at(URI.create("intake:8081")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("http://127.0.0.1:8081");
  }

  private static IntakeClient.Builder client(Answers intake) {
    return IntakeClient.at(intake.address()).backoff(QUICK);
  }

  static List<SupportEvent> events(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            number ->
                new SupportEvent(
                    "demo",
                    "/tests",
                    "e" + number,
                    Instant.parse("2026-11-22T09:30:00Z"),
                    null,
                    null,
                    null,
                    new CaseResponded("case-1", null)))
        .toList();
  }

  /** The answer to a batch, by what is told of each event. */
  static Answer told(Request request, Function<JsonNode, ObjectNode> telling) {
    ArrayNode results = EventCodec.mapper().createArrayNode();
    int accepted = 0;
    for (JsonNode event : json(request)) {
      ObjectNode result = telling.apply(event);
      accepted += result.get("status").asText().equals("ACCEPTED") ? 1 : 0;
      results.add(result.put("index", results.size()).put("id", event.path("id").asText()));
    }
    int status = accepted == results.size() ? 202 : accepted == 0 ? 400 : 207;
    return Answer.of(status, "{\"results\":" + results + "}");
  }

  static ObjectNode accepted() {
    return EventCodec.mapper().createObjectNode().put("status", "ACCEPTED").put("retryable", false);
  }

  private static ObjectNode refused(String code, boolean retryable) {
    return EventCodec.mapper()
        .createObjectNode()
        .put("status", "REJECTED")
        .put("code", code)
        .put("retryable", retryable);
  }

  private static String problem(String code, String detail) {
    return EventCodec.mapper()
        .createObjectNode()
        .put("code", code)
        .put("detail", detail)
        .toString();
  }

  private static JsonNode json(Request request) {
    try {
      return EventCodec.mapper().readTree(request.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
