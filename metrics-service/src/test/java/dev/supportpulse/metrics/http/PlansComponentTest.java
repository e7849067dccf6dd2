package dev.supportpulse.metrics.http;

import static dev.supportpulse.metrics.figure.Tallies.all;
import static dev.supportpulse.metrics.figure.Tallies.tally;
import static dev.supportpulse.metrics.http.Api.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.SupportMode;
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

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class PlansComponentTest {

  private static final Instant DAY = Instant.parse("2026-03-10T10:00:00Z");
  private static final String MARCH = "\"window\":\"P30D\",\"at\":\"2026-04-01T00:00:00Z\"";

  @Inject TestBuckets buckets;

  @Test
  void aPlanIsMadeFromWhatWasCountedAndKeptUnderItsName() throws SQLException {
    fill("planned");
    plan("planned", "{\"name\":\"as-it-is\",\"currency\":\"USD\"," + MARCH + "}")
        .statusCode(200)
        .body("status", equalTo("BEST"))
        .body("today.cost.total", equalTo("4300.00"))
        .body("today.income", equalTo("6000.00"))
        // A fifth more of the cases pays 200 each, and costs 10 and no more staff.
        .body("plan.needs[0].shares.PAID", equalTo(0.95))
        .body("gain", equalTo("1520.00"));
    plan(
            "planned",
            "{\"name\":\"dearer\",\"currency\":\"USD\",\"adjustments\":[{\"price\":1.5}],"
                + MARCH
                + "}")
        .statusCode(200)
        .body("today.income", equalTo("9000.00"));
    given()
        .get("/v1/projects/planned/plans")
        .then()
        .statusCode(200)
        .body("plans.name", contains("as-it-is", "dearer"))
        .body("plans.status", contains("BEST", "BEST"))
        .body("plans[0].profit", equalTo("3220.00"));
    given()
        .get("/v1/projects/planned/plans/dearer")
        .then()
        .statusCode(200)
        .body("question.adjustments[0].price", equalTo(1.5))
        .body("answer.plan", notNullValue());
    given().delete("/v1/projects/planned/plans/dearer").then().statusCode(204);
    given().get("/v1/projects/planned/plans/dearer").then().statusCode(404);
    given().get("/v1/projects/planned/plans").then().body("plans", hasSize(1));
  }

  @Test
  void whatIsTooMuchToAskIsToldWithWhatWouldHaveToGiveWay() throws SQLException {
    fill("too-much");
    plan("too-much", "{\"currency\":\"USD\",\"limits\":{\"quality\":0.99}," + MARCH + "}")
        .statusCode(200)
        .body("status", equalTo("INFEASIBLE"))
        .body("excesses.limit", contains("QUALITY"))
        .body("excesses[0].text", containsString("quality can be at most 0.88"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|/currency|no budget",
        "{\"currency\":\"USD\",\"window\":\"PT1H\"}|/window|whole number of days",
        "{\"currency\":\"USD\"}|/window|longer",
        "{\"currency\":\"USD\",\"name\":\"No Name\"}|/name|lower-case",
        "{\"currency\":\"USD\",\"mobility\":2}|/mobility|0 to 1",
        "{\"currency\":\"USD\",\"limits\":{\"quality\":7}}|/limits/quality|at most 1",
        "{\"currency\":\"USD\",\"team\":{\"serviceTime\":\"soon\"}}|/team/serviceTime|PT8H",
        "{\"currency\":\"USD\",\"tools\":[{\"cost\":\"5\"}]}|/tools/0/name|required",
        "{\"currency\":\"USD\",\"window\":\"soon\"}|/window|P30D",
        "{\"currency\":\"USD\",\"hoursPerWeek\":0.001}|/hoursPerWeek|from 1",
        "{\"currency\":\"USD\",\"tools\":[{\"name\":\"a\"},{\"name\":\"a\"}]}"
            + "|/tools/1/name|earlier",
        "{\"currency\":\"USD\",\"tools\":[{\"name\":\"a\",\"effects\":[{\"quality\":3}]}]}"
            + "|/tools/0/effects/0/quality|from -1",
        "{\"currency\":\"USD\",\"adjustments\":[{\"volume\":-1}]}|/adjustments/0/volume|from 0",
        "{\"currency\":\"USD\",\"adjustments\":[{},{\"volume\":2,\"mode\":\"PAID\"}]}"
            + "|/adjustments/1/volume|mode",
        "{\"currency\":\"USD\",\"adjustments\":[{\"minutes\":-5}]}|/adjustments/0/minutes|from 0",
      })
  void aBadQuestionNamesItsField(String body, String field, String why) {
    plan("nobody", body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo(field))
        .body("detail", containsString(why));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"team\":{\"least\":5,\"most\":2}|/team/least|least",
        "\"team\":{\"least\":2000000000,\"most\":2000000000}|/team/most|at most 10000",
        "\"adjustments\":[{\"quality\":2}]|/adjustments/0/quality|from 0",
        "\"adjustments\":[{},{\"tier\":\"PREMUM\"}]|/adjustments/1|matches no case",
        "\"adjustments\":[{\"volume\":0}]|/adjustments|no case to plan",
        "\"tools\":[{\"name\":\"a\",\"effects\":[{\"minutes\":-600}]}]|/tools|more hours than a"
            + " case takes",
        "\"satisfactionWorth\":\"-1\"|/satisfactionWorth|at least 0",
      })
  void whatDoesNotFitTheCountsNamesItsField(String fields, String field, String why)
      throws SQLException {
    fill("misfit");
    plan("misfit", "{\"currency\":\"USD\"," + MARCH + "," + fields + "}")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo(field))
        .body("detail", containsString(why));
  }

  private void fill(String project) throws SQLException {
    buckets.add(
        project,
        DAY,
        new Dimensions(NeedCategory.PERFORMANCE, null, "PREMIUM", SupportMode.PAID),
        all(tally(Measure.CASES, "", 30, "27"), tally(Measure.EFFORT, "", 27, "2430")));
    buckets.add(
        project,
        DAY,
        new Dimensions(NeedCategory.PERFORMANCE, null, "PREMIUM", SupportMode.FREE),
        all(tally(Measure.CASES, "", 10, "5"), tally(Measure.EFFORT, "", 5, "450")));
    buckets.add(
        project,
        DAY,
        new Dimensions(null, null, "PREMIUM", null),
        tally(Measure.INCOME, "USD", 1, "6000"));
    buckets.add(
        project,
        DAY,
        new Dimensions(null, null, null, SupportMode.PAID),
        tally(Measure.COST, "USD/EXTRA", 1, "300"));
    buckets.add(project, DAY, Dimensions.UNKNOWN, tally(Measure.COST, "USD/FIXED", 1, "4000"));
  }

  private static ValidatableResponse plan(String project, String body) {
    return given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/projects/" + project + "/plans")
        .then();
  }
}
