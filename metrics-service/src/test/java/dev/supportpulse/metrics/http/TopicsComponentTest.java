package dev.supportpulse.metrics.http;

import static dev.supportpulse.metrics.http.Api.given;
import static org.hamcrest.Matchers.equalTo;

import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.KeysTestResource;
import dev.supportpulse.localstack.testing.KeysTestResource.TestKey;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** Topics, which classifier-service answers. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(value = KeysTestResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = ClassifierStandIn.class, restrictToAnnotatedClass = true)
class TopicsComponentTest {

  @SuppressWarnings("NullAway.Init") // injected by itself
  ClassifierStandIn classifier;

  @Test
  void theClassifierIsAskedWithTheCallersKeyAndItsAnswerPassedOn() {
    asked("demo", "?window=PT24H&limit=10")
        .statusCode(200)
        .contentType("application/json")
        .body("asked", equalTo("project=demo&limit=10&window=PT24H"))
        .body("authorization", equalTo(TestKey.VIEWER.bearer()));
    asked("demo", "?window=a%26project%3Dbooks")
        .body("asked", equalTo("project=demo&window=a%26project%3Dbooks"));
    asked("demo", "?window=bad").statusCode(400).contentType("application/problem+json");
    asked("demo", "?project=books").statusCode(400).body("field", equalTo("project"));
    asked("books", "").statusCode(403).body("code", equalTo("PROJECT_FORBIDDEN"));

    classifier.stop();
    asked("demo", "")
        .statusCode(503)
        .header("Retry-After", "10")
        .contentType("application/problem+json")
        .body("code", equalTo("CLASSIFIER_UNAVAILABLE"));
  }

  private static ValidatableResponse asked(String project, String query) {
    return given()
        .urlEncodingEnabled(false)
        .header("Authorization", TestKey.VIEWER.bearer())
        .get("/v1/projects/" + project + "/topics" + query)
        .then();
  }
}
