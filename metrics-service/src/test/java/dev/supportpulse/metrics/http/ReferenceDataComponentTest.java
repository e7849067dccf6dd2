package dev.supportpulse.metrics.http;

import static dev.supportpulse.metrics.figure.Tallies.all;
import static dev.supportpulse.metrics.figure.Tallies.tally;
import static dev.supportpulse.metrics.http.Api.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import dev.supportpulse.metrics.postgres.TestBuckets;
import dev.supportpulse.metrics.postgres.reference.AuditRow;
import dev.supportpulse.metrics.tally.Dimensions;
import dev.supportpulse.metrics.tally.Measure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class ReferenceDataComponentTest {

  @Inject TestBuckets buckets;

  @Test
  void aBaselineIsStated() {
    put("stated", "baseline", "{\"netSatisfaction\": -0.25}").statusCode(200);
    get("stated", "baseline").statusCode(200).body("netSatisfaction", equalTo(-0.25));
    put("stated", "baseline", "{\"netSatisfaction\": 0.5}").statusCode(200);
    get("stated", "baseline").body("netSatisfaction", equalTo(0.5));
  }

  @Test
  void aBaselineIsComputedFromItsPeriodExactly() throws SQLException {
    buckets.add(
        "measured",
        Instant.parse("2026-11-18T10:00:00Z"),
        Dimensions.UNKNOWN,
        all(
            tally(Measure.SENTIMENT, "USER/POSITIVE", 2, "2"),
            tally(Measure.SENTIMENT, "USER/NEGATIVE", 1, "-1")));
    put("measured", "baseline", "{\"from\": \"2026-11-18\", \"to\": \"2026-11-19\"}")
        .statusCode(200)
        .body("netSatisfaction", equalTo(1.0 / 3))
        .body("from", equalTo("2026-11-18T00:00:00Z"));
    given()
        .get("/v1/projects/measured/summary?window=P1D&at=2026-11-19T00:00:00Z")
        .then()
        .body("groups[0].figures.satisfactionEffect.value", equalTo(0.0));
  }

  @Test
  void weightsDefaultToTheSourceDocuments() {
    get("plain", "weights")
        .statusCode(200)
        .body("weightedCsat.technicalSupport", equalTo(0.5))
        .body("compositeEfficiency.responseSpeed", equalTo(0.3));
    put(
            "plain",
            "weights",
            """
            {"weightedCsat": {"technicalSupport": 0.2, "solution": 0.2, "responseTime": 0.6}}
            """)
        .statusCode(200);
    get("plain", "weights")
        .body("weightedCsat.responseTime", equalTo(0.6))
        .body("weightedSatisfaction.serviceQuality", equalTo(0.5));
  }

  @Test
  void aRateCardHasVersionsAndTheSameDayReplaces() {
    rateCard("2026-06-01", "200");
    rateCard("2026-01-01", "100");
    rateCard("2026-06-01", "250.50");
    get("versions", "rate-card")
        .body("versions.validFrom", contains("2026-01-01", "2026-06-01"))
        .body("versions.items.hour", contains("100", "250.50"));
  }

  @Test
  void targetsAreKept() {
    String targets =
        """
        {"firstResponse": "PT8H", "resolution": "PT40H", "qualityFloor": 0.7, "businessHours": {
          "timeZone": "Asia/Shanghai",
          "week": {"MONDAY": [{"from": "09:00", "to": "12:00"}, {"from": "13:00", "to": "18:00"}]},
          "holidays": ["2026-10-01"]}}
        """;
    put("promised", "targets", targets).statusCode(200);
    get("promised", "targets")
        .body("firstResponse", equalTo("PT8H"))
        .body("resolution", equalTo("PT40H"))
        .body("qualityFloor", equalTo(0.7))
        .body("businessHours.timeZone", equalTo("Asia/Shanghai"))
        .body("businessHours.week.MONDAY[1].to", equalTo("18:00:00"))
        .body("businessHours.holidays", contains("2026-10-01"));
  }

  @Test
  void whatIsNotSetIsNotFound() {
    for (String resource : List.of("baseline", "budget", "targets")) {
      get("bare", resource).statusCode(404).contentType("application/problem+json");
    }
    get("bare", "rate-card").statusCode(200).body("versions.size()", equalTo(0));
  }

  @Test
  @Transactional
  void everyChangeIsAudited() {
    put("audited", "baseline", "{\"netSatisfaction\": 0.5}").statusCode(200);
    List<AuditRow> rows = AuditRow.list("project", "audited");
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).action).isEqualTo("baseline");
    assertThat(rows.get(0).actor).isEqualTo("anonymous");
    assertThat(rows.get(0).body).isEqualTo("{\"netSatisfaction\":0.5}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "baseline|{}|/netSatisfaction|is required",
        "baseline|{\"netSatisfaction\": 1.01}|/netSatisfaction|from -1 to 1",
        "baseline|{\"netSatisfaction\": 1, \"from\": \"2026-01-01\"}|/netSatisfaction|leave one",
        "baseline|{\"from\": \"2026-01-01\"}|/to|is required",
        "baseline|{\"from\": \"2026-01-01\", \"to\": \"2026-01-02\"}|/from|no feedback",
        "baseline|{\"netSatisfaktion\": 1}|/netSatisfaktion|not a field",
        "baseline|{\"netSatisfaction\": \"high\"}|/netSatisfaction|wrong type",
        "weights|{\"weightedCsat\": {\"solution\": 1}}|/weightedCsat/technicalSupport|required",
        "weights|{\"compositeEfficiency\": {\"resolveRate\": 0.6, \"responseSpeed\": 0.3, \"csat\":"
            + " 0.2}}|/compositeEfficiency|sum to 1",
        "weights|{\"compositeEfficiency\": {\"resolveRate\": 0.6, \"responseSpeed\": 0.3, \"csat\":"
            + " 0.1, \"luck\": 0}}|/compositeEfficiency/luck|parts are",
        "rate-card|{\"currency\": \"XYZ\", \"items\": {\"a\": \"1\"}, \"validFrom\":"
            + " \"2026-01-01\"}|/currency|ISO 4217",
        "rate-card|{\"currency\": \"EUR\", \"items\": {\"a\": \"x\"}, \"validFrom\":"
            + " \"2026-01-01\"}|/items/a|decimal string",
        "rate-card|{\"currency\": \"EUR\", \"items\": {}, \"validFrom\": \"2026-01-01\"}|/items|at"
            + " least one",
        "rate-card|{\"currency\": \"EUR\", \"items\": {\"a\": \"1\"}, \"validFrom\":"
            + " \"soon\"}|/validFrom|format",
        "budget|{\"amount\": \"0\", \"currency\": \"EUR\", \"from\": \"2026-01-01\", \"to\":"
            + " \"2027-01-01\"}|/amount|greater than zero",
        "budget|{\"amount\": \"1\", \"currency\": \"EUR\", \"from\": \"2027-01-01\", \"to\":"
            + " \"2027-01-01\"}|/to|after",
        "budget|{\"amount\": \"1\", \"currency\": \"EUR\", \"from\": \"2026-01-01T08:00:00Z\","
            + " \"to\": \"2027-01-01\"}|/from|2026-01-01T00:00:00Z",
        "targets|{\"firstResponse\": \"8h\"}|/firstResponse|PT8H",
        "targets|{\"resolution\": \"P500D\"}|/resolution|400 days",
        "targets|{\"businessHours\": {\"timeZone\": \"UTC\", \"week\": {}}}|/businessHours/week|no"
            + " shift",
        "targets|{\"qualityFloor\": 7}|/qualityFloor|from 0 to 1",
        "targets|{\"businessHours\": {\"timeZone\": \"UTC\", \"week\": {\"MONDAY\": [{\"from\":"
            + " \"10:00\", \"to\": \"09:00\"}]}}}|/businessHours/week|MONDAY",
      })
  void badInputIsAProblemThatNamesTheField(String resource, String body, String field, String why) {
    put("bad-input", resource, body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo(field))
        .body("detail", containsString(why));
  }

  @Test
  void aBodyThatIsMissingOrNotJsonIsAProblem() {
    put("bad-input", "budget", "{").statusCode(400).contentType("application/problem+json");
    given()
        .contentType(ContentType.JSON)
        .put("/v1/projects/bad-input/budget")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  private static void rateCard(String validFrom, String rate) {
    put(
            "versions",
            "rate-card",
            """
            {"currency": "USD", "items": {"hour": "%s"}, "validFrom": "%s"}
            """
                .formatted(rate, validFrom))
        .statusCode(200);
  }

  private static ValidatableResponse put(String project, String resource, String body) {
    return given()
        .contentType(ContentType.JSON)
        .body(body)
        .put("/v1/projects/" + project + "/" + resource)
        .then();
  }

  private static ValidatableResponse get(String project, String resource) {
    return given().get("/v1/projects/" + project + "/" + resource).then();
  }
}
