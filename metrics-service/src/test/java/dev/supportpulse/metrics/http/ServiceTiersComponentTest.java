package dev.supportpulse.metrics.http;

import static dev.supportpulse.metrics.http.Api.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
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
