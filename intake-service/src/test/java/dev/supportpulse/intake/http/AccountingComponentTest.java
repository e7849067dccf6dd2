package dev.supportpulse.intake.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.supportpulse.localstack.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(value = MetricsStandIn.class, restrictToAnnotatedClass = true)
class AccountingComponentTest {

  @SuppressWarnings("NullAway.Init") // injected by itself
  MetricsStandIn metrics;

  @Test
  void metrics_is_asked_and_its_answer_passed_on() {
    given()
        .urlEncodingEnabled(false)
        .get("/v1/accounting?project=demo&from=2026-01-31T00:00:00%2B08:00")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("asked", equalTo("project=demo&from=2026-01-31T00:00:00%2B08:00"));

    given()
        .get("/v1/accounting?from=bad")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");

    metrics.stop();
    given()
        .get("/v1/accounting")
        .then()
        .statusCode(503)
        .header("Retry-After", "2")
        .contentType("application/problem+json")
        .body("code", equalTo("METRICS_UNAVAILABLE"));
  }
}
