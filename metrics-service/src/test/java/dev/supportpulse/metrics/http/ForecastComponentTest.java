package dev.supportpulse.metrics.http;

import static dev.supportpulse.metrics.figure.Tallies.all;
import static dev.supportpulse.metrics.figure.Tallies.tally;
import static dev.supportpulse.metrics.http.Api.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import dev.supportpulse.metrics.postgres.TestBuckets;
import dev.supportpulse.metrics.tally.Dimensions;
import dev.supportpulse.metrics.tally.Measure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class ForecastComponentTest {

  private static final Instant FIRST = Instant.parse("2026-01-01T12:00:00Z");

  @Inject TestBuckets buckets;

  /** Sixty days of two cases and ten dollars: 600 are spent, so 1,000 last forty days more. */
  @Test
  void whatWasTheSameEveryDayGoesOn() throws SQLException {
    for (int day = 0; day < 60; day++) {
      buckets.add(
          "steady",
          FIRST.plus(Duration.ofDays(day)),
          Dimensions.UNKNOWN,
          all(tally(Measure.CASES, "", 2, "0"), tally(Measure.COST, "USD/FIXED", 1, "10")));
    }
    given()
        .contentType(ContentType.JSON)
        .body(
            """
            {"amount": "1000", "currency": "USD", "from": "2026-01-01", "to": "2027-01-01"}
            """)
        .put("/v1/projects/steady/budget")
        .then()
        .statusCode(200);
    given()
        .get("/v1/projects/steady/forecast?horizon=P10D&at=2026-03-02T09:00:00Z")
        .then()
        .statusCode(200)
        .body("cases.total", equalTo("20.0"))
        .body("cases.high", equalTo("20.0"))
        .body("cost.total", equalTo("100.00"))
        .body("cost.days", hasSize(10))
        .body("cost.days[0].day", equalTo("2026-03-02"))
        .body("budget.spent", equalTo("600.00"))
        .body("budget.exhausted", equalTo("2026-04-10"))
        .body("budget.earliest", equalTo("2026-04-10"))
        .body("budget.latest", equalTo("2026-04-10"));
  }

  @Test
  void tooShortAHistorySaysSo() {
    given()
        .get("/v1/projects/unheard-of/forecast")
        .then()
        .statusCode(200)
        .body("cases.reason", equalTo("NOT_ENOUGH_HISTORY"))
        .body("cost.reason", equalTo("NO_DATA"))
        .body("budget", nullValue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "horizon=PT36H|horizon|whole number of days",
        "horizon=P400D|horizon|1 to 366",
        "history=P7D|history|56 to 1100",
        "coverage=2|coverage|0.5 to 0.99",
      })
  void badInputNamesTheParameter(String query, String field, String why) {
    given()
        .get("/v1/projects/demo/forecast?" + query)
        .then()
        .statusCode(400)
        .body("field", equalTo(field))
        .body("detail", containsString(why));
  }
}
