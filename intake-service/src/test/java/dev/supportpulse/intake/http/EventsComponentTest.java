package dev.supportpulse.intake.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.EventType;
import dev.supportpulse.events.GoldenEvents;
import dev.supportpulse.events.GoldenEvents.Golden;
import dev.supportpulse.events.Identity;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.intake.kafka.LogReader.Entry;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is taken, in every format, and how it is passed on. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class EventsComponentTest extends EventsRoute {

  @Test
  void a_structured_event_is_in_the_log_when_it_is_acknowledged() throws IOException {
    ObjectNode event = feedback("1");

    post(STRUCTURED, event.toString())
        .statusCode(202)
        .body("project", equalTo(project))
        .body("source", equalTo("/forum"))
        .body("id", equalTo("1"))
        .body("identity", equalTo(Identity.of(project, "/forum", "1").hex()))
        .body("status", equalTo("ACCEPTED"));

    Entry entry = only(log().events(project));
    assertThat(entry.key()).isEqualTo(Identity.of(project, "/forum", "1").hex());
    assertThat(entry.attribute("dataschema"))
        .isEqualTo("urn:supportpulse:schema:feedback.submitted:1");
    assertThat(entry.attribute("digest")).matches("[0-9a-f]{64}");
    assertThat(Instant.parse(entry.attribute("receivedat")))
        .isBetween(Instant.now().minusSeconds(60), Instant.now());
    assertThat(EventCodec.mapper().readTree(entry.data())).isEqualTo(published(event).path("data"));
  }

  @Test
  void every_format_says_the_same_and_has_the_same_digest() {
    ObjectNode event = feedback("same");
    event.remove("subject");

    post(STRUCTURED, event.toString()).statusCode(202);
    post(BATCH, "[" + event + "]").statusCode(202);
    post(PLAIN, event.without("specversion").toString()).statusCode(202);
    given()
        .contentType(PLAIN)
        .header("ce-specversion", "1.0")
        .header("ce-id", "same")
        .header("ce-source", "/forum")
        .header("ce-type", event.path("type").asText())
        .header("ce-project", project)
        .header("ce-time", event.path("time").asText())
        .body(event.path("data").toPrettyString().getBytes(StandardCharsets.UTF_8))
        .post("/v1/events")
        .then()
        .statusCode(202)
        .body("id", equalTo("same"));

    List<Entry> entries = log().events(project);
    assertThat(entries).hasSize(4);
    assertThat(entries)
        .extracting(entry -> entry.attribute("digest"))
        .containsOnly(digest(entries));
    assertThat(entries).extracting(Entry::key).containsOnly(entries.get(0).key());
    assertThat(entries)
        .extracting(entry -> EventCodec.decode(entry.event()).data())
        .containsOnly(EventCodec.decode(entries.get(0).event()).data());
  }

  @Test
  void every_golden_event_of_upstream_systems_is_taken() throws IOException {
    for (Golden golden : GoldenEvents.all()) {
      if (golden.type().upstream()) {
        ObjectNode event = golden.json().deepCopy();
        event.put("project", project).put("id", golden.name());

        post(STRUCTURED, event.toString()).statusCode(202).body("status", equalTo("ACCEPTED"));
      }
    }

    for (Entry entry : log().events(project)) {
      Golden golden =
          GoldenEvents.all().stream()
              .filter(each -> each.name().equals(entry.event().getId()))
              .findFirst()
              .orElseThrow();
      SupportEvent read = EventCodec.decode(entry.event());
      JsonNode data =
          published(golden.json().<ObjectNode>deepCopy().put("project", project)).path("data");
      assertThat(read.data())
          .isEqualTo(EventCodec.decodeData(golden.type(), data.toString().getBytes(UTF_8)));
      assertThat(entry.key()).isEqualTo(read.key().hex());
      assertThat(EventCodec.mapper().readTree(entry.data())).isEqualTo(data);
    }
    assertThat(log().events(project)).hasSize(31);
  }

  @Test
  void what_this_version_does_not_know_is_passed_on() throws IOException {
    ObjectNode later = GoldenEvents.laterVersion().json().deepCopy();
    later.put("project", project).put("notAnAttributeName", "ignored");

    post(STRUCTURED, later.toString()).statusCode(202);

    Entry entry = only(log().events(project));
    assertThat(EventCodec.mapper().readTree(entry.data())).isEqualTo(published(later).path("data"));
    assertThat(entry.attribute("traceparent")).isEqualTo(later.path("traceparent").asText());
    assertThat(entry.attribute("dataschema"))
        .isEqualTo("urn:supportpulse:schema:feedback.submitted:1.1");
  }

  @Test
  void the_trace_of_the_request_goes_on_in_its_records() {
    String traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    given()
        .contentType(BATCH)
        .header("traceparent", traceparent)
        .body("[" + feedback("traced") + "," + feedback("too").put("id", 7) + "]")
        .post("/v1/events")
        .then()
        .statusCode(207);
    given()
        .contentType(STRUCTURED)
        .header("traceparent", "none")
        .body(feedback("not traced").toString())
        .post("/v1/events")
        .then()
        .statusCode(202);

    List<Entry> events = log().events(project);
    assertThat(only(named("traced", events)).headers()).containsEntry("traceparent", traceparent);
    assertThat(only(log().rejected(project)).headers()).containsEntry("traceparent", traceparent);
    assertThat(only(named("not traced", events)).headers()).doesNotContainKey("traceparent");
  }

  @Test
  void plain_json_may_leave_out_id_and_time() {
    String body =
        """
        {"type":"dev.supportpulse.feedback.submitted","source":"/forum","project":"%s","data":{"sentiment":"POSITIVE"}}
        """
            .formatted(project);

    String id = post(PLAIN, body).statusCode(202).extract().path("id");
    post(PLAIN, body).statusCode(202);

    List<Entry> entries = log().events(project);
    assertThat(entries).extracting(Entry::key).doesNotHaveDuplicates().hasSize(2);
    assertThat(entries)
        .extracting(entry -> entry.attribute("digest"))
        .containsOnly(digest(entries));
    assertThat(entries).extracting(entry -> entry.event().getId()).contains(id);
    assertThat(entries)
        .allSatisfy(
            entry ->
                assertThat(entry.attribute("time").replaceFirst("\\.?0*Z$", ""))
                    .startsWith(entry.attribute("receivedat").replaceFirst("\\.?0*Z$", "")));
  }

  @Test
  void personal_data_never_reaches_the_log() {
    String secret = "13812345678";
    ObjectNode accepted = feedback("fine");
    accepted.put("subject", secret).withObject("/data").put("text", "tel " + secret);
    accepted.withObject("/data").put("user", secret);
    ObjectNode quarantined = accepted.deepCopy().put("id", "old");
    quarantined.put("time", "2001-09-09T01:46:40Z");
    ObjectNode rejected = accepted.deepCopy().put("id", "bad");
    rejected.withObject("/data/ratings").put("tel " + secret, "many");

    post(STRUCTURED, accepted.toString()).statusCode(202);
    post(STRUCTURED, quarantined.toString()).statusCode(202);
    post(STRUCTURED, rejected.toString()).statusCode(400);

    assertThat(log().events(project)).hasSize(1);
    assertThat(log().rejected(project)).hasSize(2);
    assertThat(log().events(project)).noneMatch(entry -> tells(entry, secret));
    assertThat(log().rejected(project)).noneMatch(entry -> tells(entry, secret));
  }

  private static boolean tells(Entry entry, String secret) {
    return entry.data().contains(secret) || entry.event().toString().contains(secret);
  }

  @Test
  void a_large_event_within_the_limit_is_taken() {
    ObjectNode event = GoldenEvents.minimal(EventType.ERROR_REPORTED).json().deepCopy();
    event.put("project", project);
    event.withObject("/data").put("stackTrace", "栈".repeat(340_000));

    post(STRUCTURED, event.toString()).statusCode(202);

    assertThat(only(log().events(project)).data()).hasSizeGreaterThan(340_000);
  }

  private static List<Entry> named(String id, List<Entry> entries) {
    return entries.stream().filter(entry -> entry.event().getId().equals(id)).toList();
  }
}
