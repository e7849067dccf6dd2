package dev.supportpulse.intake.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.EventType;
import dev.supportpulse.events.GoldenEvents;
import dev.supportpulse.intake.kafka.LogReader;
import dev.supportpulse.intake.kafka.LogReader.Entry;
import dev.supportpulse.intake.privacy.Cleaners;
import dev.supportpulse.localstack.KafkaBroker;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of {@code /v1/events} have in common: a project of their own, and the log. */
abstract class EventsRoute {

  static final String STRUCTURED = "application/cloudevents+json";
  static final String BATCH = "application/cloudevents-batch+json";
  static final String PLAIN = "application/json";

  @SuppressWarnings("NullAway.Init") // injected by the test resource
  KafkaBroker broker;

  /** Each test has a project of its own, so that it reads what it wrote. */
  String project = "";

  @BeforeEach
  void aProjectOfItsOwn() {
    project = "p" + UUID.randomUUID().toString().substring(0, 8);
  }

  /** The event as it is published: without personal data. */
  static JsonNode published(JsonNode sent) {
    return Cleaners.all().clean(sent);
  }

  final ObjectNode feedback(String id) {
    ObjectNode event = GoldenEvents.full(EventType.FEEDBACK_SUBMITTED).json().deepCopy();
    event.remove(List.of("digest", "receivedat"));
    return event.put("project", project).put("id", id);
  }

  static ValidatableResponse post(String contentType, String body) {
    return given()
        .contentType(contentType)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post("/v1/events")
        .then();
  }

  static JsonNode results(ValidatableResponse response) {
    try {
      return EventCodec.mapper().readTree(response.extract().asString()).path("results");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  final LogReader log() {
    return new LogReader(broker);
  }

  static String digest(List<Entry> entries) {
    return entries.get(0).attribute("digest");
  }

  static Entry only(List<Entry> entries) {
    assertThat(entries).hasSize(1);
    return entries.get(0);
  }
}
