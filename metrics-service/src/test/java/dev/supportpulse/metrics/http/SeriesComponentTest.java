package dev.supportpulse.metrics.http;

import static dev.supportpulse.metrics.figure.Tallies.tally;
import static dev.supportpulse.metrics.http.Api.given;
import static org.assertj.core.api.Assertions.assertThat;
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
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class SeriesComponentTest {

  @Inject TestBuckets buckets;

  @Test
  void aPointIsTheSummaryOfItsSpan() throws SQLException {
    LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(4);
    cases("daily", day + "T15:59:00Z", null, 3);
    cases("daily", day + "T16:00:00Z", null, 5);
    cases("daily", day.plusDays(1) + "T15:59:00Z", null, 7);
    series(
            "daily",
            "figure=cases&granularity=P1D&timeZone=Asia/Shanghai&from=%sT00:00:00%%2B08:00&to=%s"
                .formatted(day, day.plusDays(2)))
        .body("project", equalTo("daily"))
        .body("figure", equalTo("cases"))
        .body("granularity", equalTo("P1D"))
        .body("timeZone", equalTo("Asia/Shanghai"))
        .body("points.value", contains(3, 12))
        .body("points.complete", contains(true, true))
        .body("points[0].from", equalTo(day.minusDays(1) + "T16:00:00Z"))
        .body("points[0].to", equalTo(day + "T16:00:00Z"))
        .body("points[0].key.size()", equalTo(0));
    given()
        .get("/v1/projects/daily/summary?window=P1D&at=" + day.plusDays(1) + "T16:00:00Z")
        .then()
        .body("groups[0].figures.cases.value", equalTo(12));
  }

  @Test
  void anAnswerOfTooManyCellsIsRefusedWithTheRemedy() throws SQLException {
    Instant to = Instant.now().truncatedTo(ChronoUnit.HOURS);
    for (int tier = 0; tier < 40; tier++) {
      cases("many-tiers", to.minusSeconds(60).toString(), "T" + tier, 1);
    }
    String fiftyHours =
        "figure=cases&granularity=PT1M&from=%s&to=%s".formatted(to.minusSeconds(180_000), to);
    given()
        .get("/v1/projects/many-tiers/series?groupBy=tier&" + fiftyHours)
        .then()
        .statusCode(400)
        .body("field", equalTo("groupBy"))
        .body("detail", containsString("120000 cells where 100000 are the most"));
    series("many-tiers", fiftyHours).body("points", hasSize(3_000));
  }

  @Test
  void aDayOnWhichTheClocksChangeHasItsOwnHours() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    LocalDate day =
        berlin
            .getRules()
            .previousTransition(Instant.now().minus(Duration.ofDays(1)))
            .getDateTimeBefore()
            .toLocalDate();
    long hours =
        Duration.between(day.atStartOfDay(berlin), day.plusDays(1).atStartOfDay(berlin)).toHours();
    assertThat(hours).isIn(23L, 25L);
    series(
            "nobody",
            "figure=cases&granularity=PT1H&timeZone=Europe/Berlin&from=%s&to=%s"
                .formatted(day, day.plusDays(1)))
        .body("points", hasSize((int) hours))
        .body("points[0].from", equalTo(day.atStartOfDay(berlin).toInstant().toString()))
        .body("points[0].reason", equalTo("NO_DATA"));
  }

  @Test
  void everyGroupHasEveryPoint() throws SQLException {
    cases("tiers", "2026-11-18T10:00:00Z", "PREMIUM", 1);
    cases("tiers", "2026-11-19T10:00:00Z", null, 2);
    series("tiers", "figure=cases&groupBy=tier&from=2026-11-18&to=2026-11-20")
        .body("points.key.tier", contains("PREMIUM", null, "PREMIUM", null))
        .body("points.value", contains(1, null, null, 2));
  }

  @Test
  void csvHasTheSamePoints() throws SQLException {
    cases("csv", "2026-11-18T10:00:00Z", "say \"hi\", twice", 4);
    String csv =
        given()
            .accept("text/csv")
            .get("/v1/projects/csv/series?figure=cases&groupBy=tier&from=2026-11-18&to=2026-11-20")
            .then()
            .statusCode(200)
            .contentType("text/csv")
            .extract()
            .asString();
    assertThat(csv.split("\r\n"))
        .containsExactly(
            "from,to,tier,value,unit,currency,n,numerator,denominator,reason,complete",
            "2026-11-18T00:00:00Z,2026-11-19T00:00:00Z,\"say \"\"hi\"\", twice\",4,,,4,,,,true",
            "2026-11-19T00:00:00Z,2026-11-20T00:00:00Z,\"say \"\"hi\"\", twice\",,,,,,,NO_DATA,true");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from=2026-11-18|figure|is required",
        "figure=happiness|figure|netSatisfaction",
        "figure=cases&granularity=PT2H|granularity|PT15M",
        "figure=cases&timeZone=Mars/Olympus|timeZone|IANA",
        "figure=cases&from=2026-11-20&to=2026-11-18|from|before 'to'",
        "figure=cases&to=2026-11-18T10:00:01Z|to|whole minute",
        "figure=cases&granularity=PT1M&from=2026-11-01&to=2026-11-20|granularity|coarser",
        "figure=cases&window=P1D|window|not a parameter",
        "figure=cases&from=2020-01-01T00:15:00Z&to=2026-11-01&granularity=P1M|from|days of UTC",
      })
  void badInputIsAProblemThatNamesTheParameter(String query, String field, String remedy) {
    given()
        .get("/v1/projects/demo/series?" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo(field))
        .body("detail", containsString(remedy));
  }

  private void cases(String project, String at, @Nullable String tier, long n) throws SQLException {
    buckets.add(
        project,
        Instant.parse(at),
        new Dimensions(null, null, tier, null),
        tally(Measure.CASES, "", n, "0"));
  }

  private static ValidatableResponse series(String project, String query) {
    return given()
        .urlEncodingEnabled(false)
        .get("/v1/projects/" + project + "/series?" + query)
        .then()
        .statusCode(200);
  }
}
