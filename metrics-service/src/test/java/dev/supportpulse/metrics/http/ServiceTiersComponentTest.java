package dev.supportpulse.metrics.http;

import static dev.supportpulse.metrics.figure.Tallies.tally;
import static dev.supportpulse.metrics.http.Api.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class ServiceTiersComponentTest {

  private static final String TIERS =
      """
      {"currency": "USD", "tiers": {"PREMIUM": {"firstResponse": "PT2H", "hours": "24x7",
        "channels": ["PHONE"], "includedCases": 2, "monthlyFee": "500",
        "perCase": {"HIGH": "150.50"}, "perUsage": {"hour": "80"}}}}
      """;

  @Inject TestBuckets buckets;

  @Test
  void whatIsSetIsReadAgainAndPricesFollow() {
    given()
        .contentType(ContentType.JSON)
        .body(TIERS)
        .put("/v1/projects/tiered/service-tiers")
        .then()
        .statusCode(200);
    given()
        .get("/v1/projects/tiered/service-tiers")
        .then()
        .statusCode(200)
        .body("tiers.PREMIUM.firstResponse", equalTo("PT2H"))
        .body("tiers.PREMIUM.monthlyFee", equalTo("500.00"))
        .body("tiers.PREMIUM.perCase.HIGH", equalTo("150.50"));
    given()
        .contentType(ContentType.JSON)
        .body("{\"tier\":\"PREMIUM\",\"months\":3,\"cases\":{\"LOW\":5,\"HIGH\":7}}")
        .post("/v1/projects/tiered/service-tiers/quote")
        .then()
        .statusCode(200)
        .body("billedCases.HIGH", equalTo(6))
        .body("total", equalTo("2403.00"));
    given()
        .contentType(ContentType.JSON)
        .body("{\"tier\":\"GOLD\"}")
        .post("/v1/projects/tiered/service-tiers/quote")
        .then()
        .statusCode(400)
        .body("field", equalTo("/tier"))
        .body("detail", containsString("PREMIUM"));
    given().get("/v1/projects/untiered/service-tiers").then().statusCode(404);
  }

  /** Of 6,000 that premium customers paid 300 was spent, on performance; 700 of 500 by others. */
  @Test
  void theProfitOfEachTierAndCategoryIsInTheSummary() throws SQLException {
    book("PREMIUM", null, Measure.INCOME, "USD", "6000");
    book("PREMIUM", NeedCategory.PERFORMANCE, Measure.COST, "USD/VARIABLE", "300");
    book("STANDARD", null, Measure.INCOME, "USD", "500");
    book("STANDARD", NeedCategory.SECURITY, Measure.COST, "USD/EXTRA", "700");

    summary("tier")
        .body("groups.key.tier", contains("PREMIUM", "STANDARD"))
        .body("groups.figures.profit.value", contains("5700.00", "-200.00"));
    summary("category")
        .body("groups.key.category", contains("PERFORMANCE", "SECURITY", null))
        .body("groups.figures.profit.value", contains("-300.00", "-700.00", "6500.00"));
    summary("tier,category").body("groups", hasSize(4));
  }

  private void book(
      String tier, @Nullable NeedCategory category, Measure measure, String detail, String amount)
      throws SQLException {
    buckets.add(
        "profitable",
        Instant.parse("2026-03-10T10:00:00Z"),
        new Dimensions(category, null, tier, null),
        tally(measure, detail, 1, amount));
  }

  private static ValidatableResponse summary(String groupBy) {
    return given()
        .get(
            "/v1/projects/profitable/summary?window=P30D&at=2026-04-01T00:00:00Z&groupBy="
                + groupBy)
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"tiers\":{}}|/currency|required",
        "{\"currency\":\"USD\",\"tiers\":{\"A\":{}}}|/tiers/A/monthlyFee|required",
        "{\"currency\":\"USD\",\"tiers\":{\"A\":{\"monthlyFee\":\"-1\"}}}|/tiers/A/monthlyFee|negative",
        "{\"currency\":\"USD\",\"tiers\":{\"A\":{\"monthlyFee\":\"1\",\"firstResponse\":\"soon\"}}}|/tiers/A/firstResponse|PT2H",
        "{\"currency\":\"USD\",\"tiers\":{\"A\":{\"monthlyFee\":\"1\",\"includedCases\":-1}}}|/tiers/A/includedCases|from"
            + " 0",
      })
  void badTiersNameTheirField(String body, String field, String why) {
    given()
        .contentType(ContentType.JSON)
        .body(body)
        .put("/v1/projects/bad-tiers/service-tiers")
        .then()
        .statusCode(400)
        .body("field", equalTo(field))
        .body("detail", containsString(why));
  }
}
