package dev.supportpulse.localstack.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.localstack.samples.Answers.Answer;
import dev.supportpulse.localstack.samples.Answers.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class IntakeClientTest {

  private static final Progress SILENT = (accepted, total) -> {};
  private static final List<SupportEvent> EVENTS =
      WorkedCases.events(Instant.parse("2026-11-22T01:23:45Z"));

  @Test
  void every_event_is_posted_once_in_batches() throws Exception {
    List<Integer> progress = new ArrayList<>();
    try (Answers intake = new Answers(request -> Answer.of(202, "{}"))) {
      new IntakeClient(intake.address()).post(EVENTS, (accepted, total) -> progress.add(accepted));

      List<String> ids = new ArrayList<>();
      for (Request request : intake.requests()) {
        assertThat(request.address().getPath()).isEqualTo("/v1/events");
        assertThat(request.contentType()).isEqualTo("application/cloudevents-batch+json");
        JsonNode batch = EventCodec.mapper().readTree(request.body());
        assertThat(batch.size()).isBetween(1, IntakeClient.BATCH_SIZE);
        batch.forEach(event -> ids.add(event.get("project").asText() + event.get("id").asText()));
      }
      assertThat(ids)
          .containsExactlyInAnyOrderElementsOf(
              EVENTS.stream().map(event -> event.project() + event.id()).toList());
      assertThat(progress).isSorted().endsWith(EVENTS.size());
    }
  }

  @Test
  void a_busy_intake_is_asked_again_after_the_time_it_names() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (Answers intake =
        new Answers(
            request ->
                asked.incrementAndGet() == 1
                    ? new Answer(503, 1, "{\"title\": \"broker is away\"}")
                    : Answer.of(202, "{}"))) {
      long started = System.nanoTime();
      new IntakeClient(intake.address()).post(EVENTS.subList(0, 1), SILENT);

      assertThat(System.nanoTime() - started).isGreaterThan(1_000_000_000L);
      assertThat(intake.requests()).hasSize(2);
      assertThat(intake.requests().get(0)).isEqualTo(intake.requests().get(1));
    }
  }

  @Test
  void a_batch_whose_refusals_pass_is_posted_again() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    String refusal =
        """
        {"results": [{"id": "a", "status": "ACCEPTED"},
                     {"id": "b", "status": "UNAVAILABLE", "code": "broker-away", "retryable": true}]}
        """;
    try (Answers intake =
        new Answers(
            request ->
                asked.incrementAndGet() == 1
                    ? new Answer(207, 0, refusal)
                    : Answer.of(202, "{}"))) {
      new IntakeClient(intake.address()).post(EVENTS.subList(0, 2), SILENT);

      assertThat(intake.requests()).hasSize(2);
    }
  }

  @Test
  void a_refused_event_stops_the_replay_and_is_named() {
    String refusal =
        """
        {"results": [{"id": "a", "status": "ACCEPTED"},
                     {"id": "b", "status": "REJECTED", "code": "future-time", "field": "/time",
                      "message": "lies in the future", "retryable": false}]}
        """;
    try (Answers intake = new Answers(request -> Answer.of(207, refusal))) {
      assertThatThrownBy(
              () -> new IntakeClient(intake.address()).post(EVENTS.subList(0, 2), SILENT))
          .isInstanceOf(ReplayFailed.class)
          .hasMessageContaining("207")
          .hasMessageContaining("b: future-time /time lies in the future");
      assertThat(intake.requests()).hasSize(1);
    }
  }

  @Test
  void an_answer_without_results_is_told_as_it_is() {
    try (Answers intake =
        new Answers(request -> Answer.of(413, "{\"title\": \"body too large\"}"))) {
      assertThatThrownBy(
              () -> new IntakeClient(intake.address()).post(EVENTS.subList(0, 1), SILENT))
          .isInstanceOf(ReplayFailed.class)
          .hasMessageContaining("413")
          .hasMessageContaining("body too large");
    }
  }
}
