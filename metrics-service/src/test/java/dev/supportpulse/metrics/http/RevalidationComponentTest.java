package dev.supportpulse.metrics.http;

import static dev.supportpulse.metrics.figure.Tallies.tally;
import static dev.supportpulse.metrics.http.Api.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import dev.supportpulse.metrics.postgres.TestBuckets;
import dev.supportpulse.metrics.tally.Dimensions;
import dev.supportpulse.metrics.tally.Measure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who has the figures already isn't sent them again. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class RevalidationComponentTest {

  private static final String SUMMARY =
      "/v1/projects/tagged/summary?window=P1D&at=2026-11-20T00:00:00Z";
  private static final String SERIES =
      "/v1/projects/tagged/series?figure=csat&from=2026-11-18&to=2026-11-20";

  @Inject TestBuckets buckets;

  @Test
  void equalFiguresAreSentOnceAndOthersAgain() throws SQLException {
    String tag = given().get(SUMMARY).then().statusCode(200).extract().header("ETag");
    assertThat(tag).startsWith("W/\"");
    given()
        .header("If-None-Match", "\"other\", " + tag)
        .get(SUMMARY)
        .then()
        .statusCode(304)
        .header("ETag", equalTo(tag))
        .body(emptyString());

    buckets.add(
        "tagged",
        Instant.parse("2026-11-19T12:00:00Z"),
        Dimensions.UNKNOWN,
        tally(Measure.SENTIMENT, "USER/POSITIVE", 1, "1"));
    given()
        .header("If-None-Match", tag)
        .get(SUMMARY)
        .then()
        .statusCode(200)
        .body("groups[0].figures.netSatisfaction.n", equalTo(1));
  }

  @Test
  void jsonAndCsvAreTaggedApart() {
    String json = given().get(SERIES).then().statusCode(200).extract().header("ETag");
    given()
        .accept("text/csv")
        .header("If-None-Match", json)
        .get(SERIES)
        .then()
        .statusCode(200)
        .header("ETag", notNullValue());
  }
}
