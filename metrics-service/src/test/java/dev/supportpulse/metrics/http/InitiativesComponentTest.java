package dev.supportpulse.metrics.http;

import static dev.supportpulse.metrics.figure.Tallies.all;
import static dev.supportpulse.metrics.figure.Tallies.tally;
import static dev.supportpulse.metrics.http.Api.given;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import dev.supportpulse.metrics.postgres.TestBuckets;
import dev.supportpulse.metrics.tally.Dimensions;
import dev.supportpulse.metrics.tally.Measure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class InitiativesComponentTest {

  @Inject TestBuckets buckets;

  /** 48 of 80 cases resolved before, 56 of 70 after: the example of Newcombe 1998. */
  @Test
  void anInitiativeShowsWhatChangedWithIt() throws SQLException {
    cases("better", "2026-02-10", 80, "48");
    cases("better", "2026-03-10", 1000, "0");
    cases("better", "2026-04-10", 70, "56");
    put(
            "better",
            "hybrid",
            "{\"title\":\"hybrid support\",\"from\":\"2026-03-01\",\"rampDays\":31}")
        .statusCode(200);
    given()
        .get("/v1/projects/better/initiatives/hybrid/effect?window=P60D&at=2026-05-01T00:00:00Z")
        .then()
        .statusCode(200)
        .body("before.to", equalTo("2026-03-01"))
        .body("after.from", equalTo("2026-04-01"))
        .body("after.to", equalTo("2026-05-01"))
        .body("effects.figure", hasSize(5))
        .body("effects[2].figure", equalTo("supportEfficiency"))
        .body("effects[2].difference", closeTo(0.2, 1e-9))
        .body("effects[2].low", closeTo(0.0524, 1e-4))
        .body("effects[2].high", closeTo(0.3339, 1e-4))
        .body("effects[2].clear", equalTo(true))
        .body("effects[0].reason", equalTo("NO_DATA"))
        .body("effects[0].clear", equalTo(false));
  }

  @Test
  void initiativesAreKeptAndForgotten() {
    put("kept", "second", "{\"from\":\"2026-05-01\"}").statusCode(200);
    put("kept", "first", "{\"from\":\"2026-03-01\"}").statusCode(200);
    given()
        .get("/v1/projects/kept/initiatives")
        .then()
        .body("initiatives.name", contains("first", "second"));
    given().delete("/v1/projects/kept/initiatives/first").then().statusCode(204);
    given().delete("/v1/projects/kept/initiatives/first").then().statusCode(404);
    given().get("/v1/projects/kept/initiatives/first/effect").then().statusCode(404);
  }

  @Test
  void badInputNamesTheField() {
    put("bad", "x", "{}").statusCode(400).body("field", equalTo("/from"));
    put("bad", "x", "{\"from\":\"2026-03-01\",\"rampDays\":-1}")
        .statusCode(400)
        .body("field", equalTo("/rampDays"));
    put("bad", "x", "{\"from\":\"2026-03-01\"}").statusCode(200);
    given()
        .get("/v1/projects/bad/initiatives/x/effect?at=2026-02-01T00:00:00Z")
        .then()
        .statusCode(400)
        .body("field", equalTo("at"))
        .body("detail", containsString("ask later"));
    given()
        .get("/v1/projects/bad/initiatives/x/effect?confidence=0.5")
        .then()
        .statusCode(400)
        .body("field", equalTo("confidence"));
  }

  private void cases(String project, String day, long n, String resolved) throws SQLException {
    buckets.add(
        project,
        Instant.parse(day + "T12:00:00Z"),
        Dimensions.UNKNOWN,
        all(tally(Measure.CASES, "", n, resolved)));
  }

  private static ValidatableResponse put(String project, String name, String body) {
    return given()
        .contentType(ContentType.JSON)
        .body(body)
        .put("/v1/projects/" + project + "/initiatives/" + name)
        .then();
  }
}
