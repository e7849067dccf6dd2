package dev.supportpulse.metrics.http;

import static dev.supportpulse.metrics.figure.Tallies.all;
import static dev.supportpulse.metrics.figure.Tallies.tally;
import static dev.supportpulse.metrics.http.Api.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

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

/** The source document's own route. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class FeedbackComponentTest {

  @Inject TestBuckets buckets;

  @Test
  void answersAsTheSourceDocumentDoes() throws SQLException {
    assertThat(given().get("/feedback").asString())
        .isEqualTo("{\"user_satisfaction\":null,\"project_profit\":null}");
    buckets.add(
        "default",
        Instant.parse("2019-11-20T10:07:00Z"),
        Dimensions.UNKNOWN,
        all(
            tally(Measure.SENTIMENT, "USER/POSITIVE", 600, "600"),
            tally(Measure.SENTIMENT, "USER/NEGATIVE", 400, "-400"),
            tally(Measure.COST, "CNY/FIXED", 3, "90000"),
            tally(Measure.INCOME, "CNY", 1, "200000")));
    assertThat(given().get("/feedback").asString())
        .isEqualTo("{\"user_satisfaction\":0.2,\"project_profit\":110000.00}");
    given().get("/feedback?type=positive").then().statusCode(400).body("field", equalTo("type"));
  }
}
