package dev.supportpulse.metrics.http;

import static dev.supportpulse.metrics.figure.Tallies.all;
import static dev.supportpulse.metrics.figure.Tallies.tally;
import static dev.supportpulse.metrics.http.Api.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import dev.supportpulse.metrics.postgres.TestBuckets;
import dev.supportpulse.metrics.tally.Dimensions;
import dev.supportpulse.metrics.tally.DurationBins;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class SummaryComponentTest {

  private static final Tally TWO_DAYS =
      tally(
          Measure.FIRST_RESPONSE,
          Integer.toString(DurationBins.binOf(Duration.ofDays(2))),
          100,
          "17280000");

  /** Recent, because minutes are not kept for ever. */
  private final LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(2);

  private final Instant at = day.atTime(10, 7).toInstant(ZoneOffset.UTC);

  @Inject TestBuckets buckets;

  @Test
  void figuresOfTheSourceDocumentsComeOutToTheDigit() throws SQLException {
    buckets.add(
        "source-000",
        at,
        Dimensions.UNKNOWN,
        all(
            tally(Measure.SENTIMENT, "USER/POSITIVE", 600, "600"),
            tally(Measure.SENTIMENT, "USER/NEGATIVE", 400, "-400"),
            tally(Measure.COST, "CNY/FIXED", 1, "50000"),
            tally(Measure.COST, "CNY/VARIABLE", 1, "30000"),
            tally(Measure.COST, "CNY/EXTRA", 1, "10000"),
            tally(Measure.INCOME, "CNY", 1, "200000")));
    put("source-000", "baseline", "{\"netSatisfaction\": 0.5}");

    summary("source-000", "window=PT1H&at={day}T10:07:01Z")
        .body("project", equalTo("source-000"))
        .body("window.from", equalTo(day + "T09:08:00Z"))
        .body("window.to", equalTo(day + "T10:08:00Z"))
        .body("window.complete", equalTo(true))
        .body("watermark", notNullValue())
        .body("lag.events", equalTo(0))
        .body("pending", equalTo(0))
        .body("restatedAt", nullValue())
        .body("groups", hasSize(1))
        .body("groups[0].key.size()", equalTo(0))
        .body("groups[0].figures.netSatisfaction.value", equalTo(0.2))
        .body("groups[0].figures.netSatisfaction.n", equalTo(1000))
        .body("groups[0].figures.netSatisfaction.numerator", equalTo(200))
        .body("groups[0].figures.netSatisfaction.denominator", equalTo(1000))
        .body("groups[0].figures.satisfactionEffect.value", equalTo(-0.6))
        .body("groups[0].figures.supportCost.value", equalTo("90000.00"))
        .body("groups[0].figures.supportCost.currency", equalTo("CNY"))
        .body("groups[0].figures.supportCost.n", equalTo(3))
        .body("groups[0].figures.supportCost.amounts[0].parts.FIXED", equalTo("50000.00"))
        .body("groups[0].figures.profit.value", equalTo("110000.00"));
  }

  @Test
  void figuresOfTheSecondSourceComeOutToTheDigit() throws SQLException {
    buckets.add(
        "source-001",
        at,
        Dimensions.UNKNOWN,
        all(
            tally(Measure.CASES, "", 100, "80"),
            TWO_DAYS,
            tally(Measure.RATING, "technicalSupport", 20, "17"),
            tally(Measure.RATING, "solution", 20, "16"),
            tally(Measure.RATING, "responseTime", 20, "15"),
            tally(Measure.USAGE, "hour", 10, "1000"),
            tally(Measure.USAGE, "gigabyte", 5, "500"),
            tally(Measure.COST_IN_TOTAL, "CNY", 1, "5000")));
    put(
        "source-001",
        "rate-card",
        """
        {"currency": "CNY", "items": {"hour": "100", "gigabyte": "10"}, "validFrom": "2026-01-01"}
        """);

    summary("source-001", "window=P30D&at={day}T10:07:01Z")
        .body("groups[0].figures.supportEfficiency.value", equalTo(0.8))
        .body("groups[0].figures.weightedCsat.value", equalTo(0.815))
        .body("groups[0].figures.weightedCsat.components.solution.value", equalTo(0.8))
        .body("groups[0].figures.weightedCsat.components.solution.weight", equalTo(0.3))
        .body("groups[0].figures.compositeEfficiency.value", equalTo(0.7115))
        .body("groups[0].figures.totalCost.value", equalTo("110000.00"))
        .body("groups[0].figures.ratedCost.value", equalTo("105000.00"))
        .body("groups[0].figures.firstResponse.value", equalTo(172800.0))
        .body("groups[0].figures.firstResponse.unit", equalTo("s"))
        .body("groups[0].figures.weightedSatisfaction.reason", equalTo("NO_DATA"))
        .body("groups[0].figures.budgetUsed.reason", equalTo("NO_BUDGET"));
  }

  @Test
  void usageIsRatedAtTheRateOfItsTime() throws SQLException {
    Tally hours = tally(Measure.USAGE, "hour", 1, "10");
    LocalDate rise = day.minusDays(10);
    Instant midnight = rise.atStartOfDay(ZoneOffset.UTC).toInstant();
    buckets.add("rates", midnight.minusSeconds(60), Dimensions.UNKNOWN, hours);
    buckets.add("rates", midnight, Dimensions.UNKNOWN, hours);
    for (String card :
        new String[] {
          "{\"currency\":\"EUR\",\"items\":{\"hour\":\"100\"},\"validFrom\":\"2026-01-01\"}",
          "{\"currency\":\"EUR\",\"items\":{\"hour\":\"120.5\"},\"validFrom\":\"" + rise + "\"}"
        }) {
      put("rates", "rate-card", card);
    }
    summary("rates", "window=P30D&at={day}T10:07:00Z")
        .body("groups[0].figures.ratedCost.value", equalTo("2205.00"));
  }

  @Test
  void budgetIsProratedToTheWindow() throws SQLException {
    buckets.add("budgeted", at, Dimensions.UNKNOWN, tally(Measure.COST, "EUR/FIXED", 1, "250"));
    put(
        "budgeted",
        "budget",
        """
        {"amount": "3000.00", "currency": "EUR", "from": "%s", "to": "%s"}
        """
            .formatted(day.minusDays(19), day.plusDays(11)));
    summary("budgeted", "window=P10D&at={nextDay}T00:00:00Z")
        .body("groups[0].figures.budgetUsed.value", equalTo(0.25))
        .body("groups[0].figures.budgetUsed.numerator", equalTo("250.00"))
        .body("groups[0].figures.budgetUsed.denominator", equalTo("1000.00"));
  }

  @Test
  void groupsSumToTheTotalAndAMissingValueIsNull() throws SQLException {
    Tally one = tally(Measure.CASES, "", 1, "1");
    buckets.add("grouped", at, category(NeedCategory.SECURITY), one);
    buckets.add("grouped", at, category(NeedCategory.PERFORMANCE), one);
    buckets.add("grouped", at, Dimensions.UNKNOWN, one);
    summary("grouped", "window=PT1H&at={day}T10:08:00Z&groupBy=category")
        .body("groups.key.category", contains("PERFORMANCE", "SECURITY", null))
        .body("groups.figures.cases.value", contains(1, 1, 1));
    summary("grouped", "window=PT1H&at={day}T10:08:00Z&filter.category=null")
        .body("groups[0].figures.cases.value", equalTo(1));
    summary("grouped", "window=PT1H&at={day}T10:08:00Z&groupBy=mode,category")
        .body("groups", hasSize(3))
        .body("groups[0].key.mode", nullValue());
    summary("grouped", "window=PT1H&at={day}T10:07:00Z&groupBy=category").body("groups", empty());
  }

  @Test
  void whatPendsMakesTheWindowIncompleteWhateverIsFiltered() throws SQLException {
    buckets.add(
        "pending",
        at,
        Dimensions.UNKNOWN,
        all(
            tally(Measure.PENDING, "", 2, "0"),
            tally(Measure.PENDING_SENTIMENT, "", 3, "0"),
            tally(Measure.PENDING_CASES, "", 4, "0")),
        0,
        at.plus(Duration.ofHours(2)));
    summary("pending", "window=PT1H&at={day}T10:08:00Z&filter.category=SECURITY")
        .body("window.complete", equalTo(false))
        .body("pending", equalTo(2))
        .body("pendingSentiment", equalTo(3))
        .body("pendingCases", equalTo(4));
  }

  @Test
  void tellsWhenThePastWasRestated() throws SQLException {
    buckets.add(
        "restated",
        at,
        Dimensions.UNKNOWN,
        tally(Measure.CASES, "", 1, "1"),
        0,
        at.plus(Duration.ofHours(2)));
    summary("restated", "window=PT1H&at={day}T10:08:00Z")
        .body("restatedAt", equalTo(day + "T12:07:00Z"));
  }

  @Test
  void aGroupThatARestatementEmptiedIsNowhereAnyMore() throws SQLException {
    Instant corrected = at.plus(Duration.ofHours(2));
    Tally one = tally(Measure.CASES, "", 1, "1");
    buckets.add("emptied", at, category(NeedCategory.SECURITY), one);
    buckets.add("emptied", at, category(NeedCategory.SECURITY), one.negated(), 1, corrected);
    buckets.add("emptied", at, category(NeedCategory.PERFORMANCE), one, 1, null);
    summary("emptied", "window=PT1H&at={day}T10:08:00Z&groupBy=category")
        .body("groups.key.category", contains("PERFORMANCE"))
        .body("restatedAt", equalTo(day + "T12:07:00Z"));
    get("emptied", "series?figure=cases&from={day}&to={nextDay}&groupBy=category")
        .body("points.key.category", contains("PERFORMANCE"));
    get("emptied", "dimensions?from={day}&to={nextDay}")
        .body("dimensions.category", contains("PERFORMANCE"));
    summary("emptied", "window=PT1H&at={day}T10:08:00Z&filter.category=SECURITY")
        .body("groups", hasSize(1))
        .body("groups[0].figures.cases.reason", equalTo("NO_DATA"))
        .body("restatedAt", equalTo(day + "T12:07:00Z"));
  }

  @Test
  void anUnknownProjectHasNoData() {
    summary("nobody", "window=PT24H")
        .body("groups", hasSize(1))
        .body("groups[0].figures.netSatisfaction.value", nullValue())
        .body("groups[0].figures.netSatisfaction.reason", equalTo("NO_DATA"))
        .body("groups[0].figures.satisfactionEffect.reason", equalTo("NO_BASELINE"))
        .body("groups[0].figures.supportCost.reason", equalTo("NO_DATA"))
        .body("groups[0].figures.ratedCost.reason", equalTo("NO_RATE_CARD"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "demo|window=24h|window|PT24H",
        "demo|window=PT30S|window|whole minutes",
        "demo|at=yesterday|at|RFC 3339",
        "demo|groupBy=colour|groupBy|category, channel, tier, mode",
        "demo|groupBy=category,channel,mode|groupBy|at most two",
        "demo|groupBy=mode,mode|groupBy|twice",
        "demo|filter.category=URGENT|filter.category|SECURITY",
        "demo|filter.colour=RED|filter.colour|takes at, attribution, compare, currency,"
            + " filter.category",
        "demo|window=PT1H&window=PT2H|window|more than once",
        "DEMO|window=PT1H|project|lower-case",
        "demo|at=2026-01-01T00:07:00Z|at|2025-12-02T00:00:00Z",
      })
  void badInputIsAProblemThatNamesTheParameter(
      String project, String query, String field, String remedy) {
    given()
        .when()
        .get("/v1/projects/" + project + "/summary?" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:supportpulse:problem:invalid-field"))
        .body("field", equalTo(field))
        .body("detail", containsString(remedy));
  }

  private static Dimensions category(NeedCategory category) {
    return Dimensions.UNKNOWN.withCategory(category);
  }

  private ValidatableResponse summary(String project, String query) {
    return get(project, "summary?" + query);
  }

  private ValidatableResponse get(String project, String query) {
    return given()
        .when()
        .get(
            "/v1/projects/"
                + project
                + "/"
                + query
                    .replace("{day}", day.toString())
                    .replace("{nextDay}", day.plusDays(1).toString()))
        .then()
        .statusCode(200)
        .contentType(ContentType.JSON);
  }

  private static void put(String project, String resource, String body) {
    given()
        .contentType(ContentType.JSON)
        .body(body)
        .when()
        .put("/v1/projects/" + project + "/" + resource)
        .then()
        .statusCode(200);
  }
}
