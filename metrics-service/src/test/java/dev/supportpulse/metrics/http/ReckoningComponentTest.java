package dev.supportpulse.metrics.http;

import static dev.supportpulse.metrics.figure.Tallies.all;
import static dev.supportpulse.metrics.figure.Tallies.tally;
import static dev.supportpulse.metrics.http.Api.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.supportpulse.events.NeedCategory;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parameters {@code currency}, {@code attribution} and {@code compare}, over HTTP. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class ReckoningComponentTest {

  /** Whole days, which are kept for ever. */
  private static final String MARCH = "window=P31D&at=2026-04-01T00:00:00Z";

  @Inject TestBuckets buckets;

  @Test
  void amountsAreConvertedAtTheRateOfTheirDay() throws SQLException {
    cost("converted", "2026-03-10", "USD/FIXED", "100.03");
    cost("converted", "2026-03-20", "USD/FIXED", "100.03");
    put(
        "converted",
        "{\"currency\":\"EUR\",\"rates\":{\"USD\":\"0.9\"},\"validFrom\":\"2026-03-01\"}");
    put(
        "converted",
        "{\"currency\":\"EUR\",\"rates\":{\"USD\":\"0.8\"},\"validFrom\":\"2026-03-15\"}");
    given()
        .get("/v1/projects/converted/exchange-rates")
        .then()
        .body("tables.validFrom", contains("2026-03-01", "2026-03-15"))
        .body("tables.rates.USD", contains("0.9", "0.8"));
    get("converted/summary?currency=EUR&" + MARCH)
        .body("groups[0].figures.supportCost.value", equalTo("170.051"))
        .body("groups[0].figures.supportCost.currency", equalTo("EUR"));
    get("converted/summary?currency=EUR&window=P59D&at=2026-04-01T00:00:00Z")
        .body("groups[0].figures.supportCost.value", equalTo("170.051"));
    get("converted/summary?currency=CNY&" + MARCH)
        .body("groups[0].figures.supportCost.value", nullValue())
        .body("groups[0].figures.supportCost.reason", equalTo("NO_EXCHANGE_RATE"))
        .body("groups[0].figures.supportCost.missing", equalTo("USD on 2026-03-01"));
  }

  @Test
  void costsAreSpreadOverTheGroupsByVolume() throws SQLException {
    Instant at = Instant.parse("2026-03-10T00:00:00Z");
    for (NeedCategory category :
        new NeedCategory[] {
          NeedCategory.PERFORMANCE, NeedCategory.SECURITY, NeedCategory.TRAINING
        }) {
      buckets.add(
          "spread",
          at,
          Dimensions.UNKNOWN.withCategory(category),
          tally(Measure.CASES, "", 1, "0"));
    }
    cost("spread", "2026-03-11", "USD/FIXED", "100");
    get("spread/summary?groupBy=category&attribution=volume&" + MARCH)
        .body("groups.key.category", contains("PERFORMANCE", "SECURITY", "TRAINING", null))
        .body("groups.figures.supportCost.value", contains("33.34", "33.33", "33.33", null));
    get("spread/summary?groupBy=category&attribution=time&" + MARCH)
        .body("groups.figures.supportCost.value", contains(null, null, null, "100.00"));
  }

  @Test
  void aSeriesIsComparedWithThePointsBeforeIt() throws SQLException {
    cases("compared", "2026-01-31", 4);
    cases("compared", "2026-02-28", 5);
    cases("compared", "2026-03-31", 10);
    String march = "compared/series?figure=cases&granularity=P1M&from=2026-03-01&to=2026-04-01";
    get(march + "&compare=previous")
        .body("points[0].value", equalTo(10))
        .body("points[0].compared.from", equalTo("2026-02-01T00:00:00Z"))
        .body("points[0].compared.to", equalTo("2026-03-01T00:00:00Z"))
        .body("points[0].compared.value", equalTo(5.0))
        .body("points[0].compared.delta", equalTo(5.0))
        .body("points[0].compared.ratio", equalTo(2.0));
    get(march + "&compare=year")
        .body("points[0].compared.from", equalTo("2025-03-01T00:00:00Z"))
        .body("points[0].compared.value", nullValue())
        .body("points[0].compared.reason", equalTo("NO_DATA"));
    given()
        .accept("text/csv")
        .get("/v1/projects/" + march + "&compare=previous")
        .then()
        .statusCode(200)
        .body(containsString("comparedFrom,comparedTo,comparedValue,delta,ratio"))
        .body(containsString("2026-02-01T00:00:00Z,2026-03-01T00:00:00Z,5.0,5.0,2.0"));
  }

  @Test
  void sumsOfTheBaselineAreProratedToTheWindow() throws SQLException {
    buckets.add(
        "based",
        Instant.parse("2026-01-10T00:00:00Z"),
        Dimensions.UNKNOWN,
        all(
            tally(Measure.SENTIMENT, "USER/POSITIVE", 2, "2"),
            tally(Measure.CASES, "", 20, "10"),
            tally(Measure.COST, "USD/FIXED", 1, "90")));
    cases("based", "2026-03-10", 3);
    cost("based", "2026-03-10", "USD/FIXED", "20");
    String day = "based/summary?compare=baseline&window=P1D&at=2026-03-11T00:00:00Z";
    get(day).body("groups[0].figures.cases.compared.reason", equalTo("NO_BASELINE"));
    given()
        .contentType(ContentType.JSON)
        .body("{\"from\": \"2026-01-05\", \"to\": \"2026-01-15\"}")
        .put("/v1/projects/based/baseline")
        .then()
        .statusCode(200);
    get(day)
        .body("groups[0].figures.cases.compared.value", equalTo(2.0))
        .body("groups[0].figures.cases.compared.delta", equalTo(1.0))
        .body("groups[0].figures.supportCost.compared.value", equalTo("9.00"))
        .body("groups[0].figures.supportCost.compared.delta", equalTo("11.00"))
        .body("groups[0].figures.supportEfficiency.compared.value", equalTo(0.5))
        .body("groups[0].figures.netSatisfaction.compared.value", equalTo(1.0))
        .body("groups[0].figures.netSatisfaction.compared.delta", nullValue())
        .body("groups[0].figures.netSatisfaction.compared.reason", equalTo("NO_DATA"));
  }

  @Test
  void theBacklogIsTheSumOfAllChangesBefore() throws SQLException {
    buckets.add(
        "waiting",
        Instant.parse("2020-02-01T00:00:00Z"),
        Dimensions.UNKNOWN,
        tally(Measure.BACKLOG, "", 3, "3"));
    buckets.add(
        "waiting",
        Instant.parse("2026-03-02T12:00:00Z"),
        Dimensions.UNKNOWN,
        tally(Measure.BACKLOG, "", 1, "-1"));
    get("waiting/series?figure=backlog&from=2026-03-01&to=2026-03-04")
        .body("points.value", contains(3, 2, 2));
    get("waiting/series?figure=backlog&from=2019-03-01&to=2019-03-02")
        .body("points[0].reason", equalTo("NO_DATA"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "currency=XYZ|currency|ISO 4217",
        "attribution=fair|attribution|direct, volume, time",
        "attribution=volume|attribution|groupBy",
        "compare=tomorrow|compare|previous, baseline, year",
      })
  void badInputIsAProblemThatNamesTheParameter(String query, String field, String remedy) {
    given()
        .get("/v1/projects/demo/summary?" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo(field))
        .body("detail", containsString(remedy));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"rates\":{\"USD\":\"1\"},\"validFrom\":\"2026-01-01\"}|/currency|required",
        "{\"currency\":\"EUR\",\"rates\":{},\"validFrom\":\"2026-01-01\"}|/rates|at least one",
        "{\"currency\":\"EUR\",\"rates\":{\"EUR\":\"1\"},\"validFrom\":\"2026-01-01\"}|/rates/EUR|leave"
            + " it out",
        "{\"currency\":\"EUR\",\"rates\":{\"USD\":\"0\"},\"validFrom\":\"2026-01-01\"}|/rates/USD|greater"
            + " than zero",
        "{\"currency\":\"EUR\",\"rates\":{\"USD\":\"1\"}}|/validFrom|required",
      })
  void badRatesAreAProblemThatNamesTheField(String body, String field, String why) {
    given()
        .contentType(ContentType.JSON)
        .body(body)
        .put("/v1/projects/bad-rates/exchange-rates")
        .then()
        .statusCode(400)
        .body("field", equalTo(field))
        .body("detail", containsString(why));
  }

  private void cost(String project, String day, String detail, String amount) throws SQLException {
    buckets.add(
        project,
        Instant.parse(day + "T12:00:00Z"),
        Dimensions.UNKNOWN,
        tally(Measure.COST, detail, 1, amount));
  }

  private void cases(String project, String day, long n) throws SQLException {
    buckets.add(
        project,
        Instant.parse(day + "T12:00:00Z"),
        Dimensions.UNKNOWN,
        tally(Measure.CASES, "", n, "0"));
  }

  private static void put(String project, String rates) {
    given()
        .contentType(ContentType.JSON)
        .body(rates)
        .put("/v1/projects/" + project + "/exchange-rates")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse get(String path) {
    return given().get("/v1/projects/" + path).then().statusCode(200);
  }
}
