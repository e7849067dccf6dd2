package dev.supportpulse.intake.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.EventRejected;
import dev.supportpulse.events.Identity;
import dev.supportpulse.events.RejectionOutcome;
import dev.supportpulse.intake.kafka.LogReader.Entry;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused or set aside, and what its sender and the log are told. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class RefusedEventsComponentTest extends EventsRoute {

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
  void another_media_type_is_a_problem() {
    post("text/xml", "<event/>")
        .statusCode(415)
        .contentType("application/problem+json")
        .body("field", equalTo("Content-Type"))
        .body("detail", containsString("application/json"));
  }
}
