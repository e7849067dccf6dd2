package dev.supportpulse.intake.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.EventRejected;
import dev.supportpulse.events.EventType;
import dev.supportpulse.events.GoldenEvents;
import dev.supportpulse.events.GoldenEvents.Golden;
import dev.supportpulse.events.Identity;
import dev.supportpulse.events.RejectionOutcome;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.intake.kafka.LogReader;
import dev.supportpulse.intake.kafka.LogReader.Entry;
import dev.supportpulse.intake.privacy.Cleaners;
import dev.supportpulse.localstack.KafkaBroker;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class EventsComponentTest {

  private static final String STRUCTURED = "application/cloudevents+json";
  private static final String BATCH = "application/cloudevents-batch+json";
  private static final String PLAIN = "application/json";

  @SuppressWarnings("NullAway.Init") // injected by the test resource
  KafkaBroker broker;

  /** Each test has a project of its own, so that it reads what it wrote. */
  private String project = "";

  @BeforeEach
  void aProjectOfItsOwn() {
    project = "p" + UUID.randomUUID().toString().substring(0, 8);
  }

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
  void the_same_batch_twice_has_the_same_identities_and_digests() {
    ArrayNode batch = EventCodec.mapper().createArrayNode();
    for (int i = 0; i < 50; i++) {
      batch.add(feedback("f" + i));
    }

    JsonNode first = results(post(BATCH, batch.toString()).statusCode(202));
    JsonNode second = results(post(BATCH, batch.toString()).statusCode(202));

    assertThat(second.findValuesAsText("identity"))
        .isEqualTo(first.findValuesAsText("identity"))
        .hasSize(50);
    assertThat(second.findValuesAsText("status")).containsOnly("DUPLICATE");
    assertThat(first.path(7).path("index").asInt()).isEqualTo(7);
    assertThat(first.path(7).path("id").asText()).isEqualTo("f7");
    List<Entry> entries = log().events(project);
    assertThat(entries).hasSize(100);
    assertThat(entries.stream().map(entry -> entry.key() + entry.attribute("digest")).distinct())
        .hasSize(50);
  }

  @Test
  void a_changed_body_has_another_digest() {
    ObjectNode event = feedback("1");
    post(STRUCTURED, event.toString()).statusCode(202);
    event.withObject("/data").put("text", "Changed my mind.");
    post(STRUCTURED, event.toString()).statusCode(409);

    assertThat(log().events(project))
        .extracting(entry -> entry.attribute("digest"))
        .doesNotHaveDuplicates()
        .hasSize(2);
  }

  @Test
  void a_batch_is_told_item_by_item() {
    ObjectNode good = feedback("good");
    ObjectNode bad = feedback("bad");
    bad.withObject("/data").put("sentiment", "GREAT");
    ObjectNode nameless = feedback("nameless").without("project");
    String twice =
        feedback("twice").toString().replace("\"sentiment\"", "\"a\":1,\"a\":2,\"sentiment\"");
    ObjectNode old = feedback("old");
    old.put("time", Instant.now().minus(Duration.ofDays(401)).toString());

    post(BATCH, "[%s,%s,%s,%s,%s,17]".formatted(good, bad, nameless, twice, old))
        .statusCode(207)
        .body("results", hasSize(6))
        .body("results.index", is(List.of(0, 1, 2, 3, 4, 5)))
        .body(
            "results.status",
            is(List.of("ACCEPTED", "REJECTED", "REJECTED", "REJECTED", "QUARANTINED", "REJECTED")))
        .body("results[1].id", equalTo("bad"))
        .body("results[1].identity", equalTo(Identity.of(project, "/forum", "bad").hex()))
        .body("results[1].code", equalTo("INVALID_FIELD"))
        .body("results[1].field", equalTo("/data/sentiment"))
        .body("results[1].message", equalTo("must be one of POSITIVE, NEUTRAL, NEGATIVE"))
        .body("results[1].retryable", is(false))
        .body("results[2].field", equalTo("/project"))
        .body("results[2].identity", nullValue())
        .body("results[3].code", equalTo("DUPLICATE_KEY"))
        .body("results[3].field", equalTo("/data/a"))
        .body("results[4].code", equalTo("TIME_TOO_OLD"))
        .body("results[5].field", equalTo(""));

    assertThat(log().events(project))
        .extracting(entry -> entry.event().getId())
        .containsExactly("good");
    assertThat(log().rejected(project))
        .extracting(entry -> entry.event().getId())
        .containsExactlyInAnyOrder("bad", "twice", "old");
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
  void a_retry_is_a_duplicate_and_another_body_a_conflict() {
    ObjectNode event = feedback("1");
    ObjectNode changed = event.deepCopy();
    changed.withObject("/data").put("sentiment", "NEUTRAL");

    post(STRUCTURED, event.toString()).statusCode(202).body("status", equalTo("ACCEPTED"));
    post(STRUCTURED, event.toString()).statusCode(202).body("status", equalTo("DUPLICATE"));
    post(STRUCTURED, changed.toString())
        .statusCode(409)
        .contentType("application/problem+json")
        .body("code", equalTo("CONFLICT"))
        .body("field", equalTo("/id"));
    post(BATCH, "[" + event + "]").statusCode(202).body("results.status", is(List.of("DUPLICATE")));
    post(BATCH, "[" + changed + "]").statusCode(400);
    post(BATCH, "[" + event + "," + changed + "]")
        .statusCode(207)
        .body("results.status", is(List.of("DUPLICATE", "CONFLICT")));

    assertThat(log().events(project)).hasSize(7);
  }

  @Test
  void an_idempotency_key_names_an_event_without_an_id_or_a_time() {
    ObjectNode event = feedback("1");
    event.remove(List.of("id", "time", "specversion"));

    keyed("\"k-1\"", event).statusCode(202).body("id", equalTo("k-1"));
    keyed("k-1", event).statusCode(202).body("status", equalTo("DUPLICATE"));
    keyed("k-2", event).statusCode(202).body("status", equalTo("ACCEPTED"));
    keyed("k-1", event.put("id", "other")).statusCode(400).body("field", equalTo("/id"));
  }

  private static ValidatableResponse keyed(String key, ObjectNode event) {
    return given()
        .contentType(PLAIN)
        .header("Idempotency-Key", key)
        .body(event.toString().getBytes(UTF_8))
        .post("/v1/events")
        .then();
  }

  @Test
  void a_batch_without_anything_good_is_refused() {
    post(BATCH, "[{},{}]").statusCode(400).body("results", hasSize(2));
  }

  @Test
  void an_empty_batch_has_no_results() {
    post(BATCH, "[]").statusCode(202).body("results", hasSize(0));
  }

  @Test
  void only_what_time_heals_may_be_sent_again_unchanged() {
    ObjectNode ahead = feedback("ahead");
    ahead.put("time", Instant.now().plus(Duration.ofHours(1)).toString());

    post(BATCH, "[%s,{}]".formatted(ahead))
        .statusCode(400)
        .body("results[0].code", equalTo("TIME_IN_FUTURE"))
        .body("results.retryable", is(List.of(true, false)));
  }

  @Test
  void an_event_older_than_the_retention_is_set_aside_whole() {
    ObjectNode event = feedback("old");
    event.put("time", "2001-09-09T01:46:40Z");

    post(STRUCTURED, event.toString())
        .statusCode(202)
        .body("status", equalTo("QUARANTINED"))
        .body("code", equalTo("TIME_TOO_OLD"))
        .body("field", equalTo("/time"));

    assertThat(log().events(project)).isEmpty();
    Entry entry = only(log().rejected(project));
    EventRejected rejected = (EventRejected) EventCodec.decode(entry.event()).data();
    assertThat(rejected.outcome()).isEqualTo(RejectionOutcome.QUARANTINED);
    assertThat(rejected.original()).isEqualTo(published(event));
    assertThat(entry.key()).isEqualTo(Identity.of(project, "/forum", "old").hex());
  }

  @ParameterizedTest(name = "{0} := {1} → {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "type | \"dev.supportpulse.weather.changed\" | INVALID_FIELD | must be one of"
            + " dev.supportpulse.feedback.submitted",
        "type | \"dev.supportpulse.need.classified\" | INVALID_FIELD | must be one of"
            + " dev.supportpulse.feedback.submitted",
        "type | 5 | INVALID_FIELD | must be one of dev.supportpulse.feedback.submitted",
        "time | \"2999-01-01T00:00:00Z\" | TIME_IN_FUTURE | ahead of the clock",
        "time | \"yesterday\" | INVALID_FIELD | RFC 3339",
        "time | \"2026-02-30T00:00:00Z\" | INVALID_FIELD | calendar",
        "source | \"not a uri\" | INVALID_FIELD | URI reference",
        "id | \"\" | INVALID_FIELD | Unique within project and source",
        "data | \"text\" | INVALID_FIELD | The facts",
        "specversion | \"2.0\" | INVALID_FIELD | version of CloudEvents",
      })
  void a_bad_attribute_is_named_and_counted(
      String attribute, String value, String code, String detail) throws IOException {
    ObjectNode event = feedback("bad");
    event.set(attribute, EventCodec.mapper().readTree(value));

    ValidatableResponse answer = post(STRUCTURED, event.toString());

    answer
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("status", is(400))
        .body("field", equalTo("/" + attribute));
    assertThat(log().events(project)).isEmpty();
    EventRejected rejected =
        (EventRejected) EventCodec.decode(only(log().rejected(project)).event()).data();
    assertThat(rejected.code()).isEqualTo(code);
    assertThat(rejected.original()).isNull();
  }

  @Test
  void what_names_no_project_counts_as_unknown() {
    int before = log().rejected("unknown").size();

    post(STRUCTURED, feedback("1").without("project").toString())
        .statusCode(400)
        .body("field", equalTo("/project"))
        .body("detail", containsString("is required"));
    post(STRUCTURED, feedback("1").put("project", "Not Valid").toString())
        .statusCode(400)
        .body("field", equalTo("/project"));
    post(STRUCTURED, "{\"specversion\":").statusCode(400).body("code", equalTo("NOT_JSON"));
    post(PLAIN, "hello").statusCode(400).body("code", equalTo("NOT_JSON"));
    post(BATCH, "{}").statusCode(400).body("code", equalTo("NOT_JSON"));
    post(PLAIN, "").statusCode(400).body("code", equalTo("NOT_JSON")).body("field", equalTo(""));
    post(PLAIN, "[".repeat(100_000)).statusCode(400).body("code", equalTo("TOO_COMPLEX"));
    given()
        .contentType(STRUCTURED)
        .body(new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'})
        .post("/v1/events")
        .then()
        .statusCode(400)
        .body("detail", containsString("UTF-8"));

    assertThat(log().rejected("unknown")).hasSize(before + 8);
  }

  @ParameterizedTest
  @CsvSource({"2097152, EVENT_TOO_LARGE", "10485761, REQUEST_TOO_LARGE"})
  void too_large_a_body_is_refused_whole(int bytes, String code) {
    String body = "\"" + "a".repeat(bytes - 2) + "\"";
    int before = log().rejected("unknown").size();

    post(STRUCTURED, body)
        .statusCode(413)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("field", equalTo(""))
        .body("detail", containsString("at most"));

    assertThat(log().rejected("unknown")).hasSize(before);
  }

  @Test
  void a_large_event_within_the_limit_is_taken() {
    ObjectNode event = GoldenEvents.minimal(EventType.ERROR_REPORTED).json().deepCopy();
    event.put("project", project);
    event.withObject("/data").put("stackTrace", "栈".repeat(340_000));

    post(STRUCTURED, event.toString()).statusCode(202);

    assertThat(only(log().events(project)).data()).hasSizeGreaterThan(340_000);
  }

  @Test
  void too_many_events_are_refused_whole() {
    String batch = "[" + "{},".repeat(1000) + "{}]";

    post(BATCH, batch).statusCode(413).body("code", equalTo("TOO_MANY_EVENTS"));
  }

  @Test
  void another_media_type_is_a_problem() {
    post("text/xml", "<event/>")
        .statusCode(415)
        .contentType("application/problem+json")
        .body("field", equalTo("Content-Type"))
        .body("detail", containsString("application/json"));
  }

  /** The event as it is published: without personal data. */
  private static JsonNode published(JsonNode sent) {
    return Cleaners.all().clean(sent);
  }

  private ObjectNode feedback(String id) {
    ObjectNode event = GoldenEvents.full(EventType.FEEDBACK_SUBMITTED).json().deepCopy();
    event.remove(List.of("digest", "receivedat"));
    return event.put("project", project).put("id", id);
  }

  private static ValidatableResponse post(String contentType, String body) {
    return given()
        .contentType(contentType)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post("/v1/events")
        .then();
  }

  private static JsonNode results(ValidatableResponse response) {
    try {
      return EventCodec.mapper().readTree(response.extract().asString()).path("results");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private LogReader log() {
    return new LogReader(broker);
  }

  private static String digest(List<Entry> entries) {
    return entries.get(0).attribute("digest");
  }

  private static Entry only(List<Entry> entries) {
    assertThat(entries).hasSize(1);
    return entries.get(0);
  }
}
