package dev.supportpulse.intake.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same event again, and another one under its name. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class RetriesComponentTest extends EventsRoute {

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
}
