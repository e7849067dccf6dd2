package dev.supportpulse.metrics.http;

import static dev.supportpulse.metrics.http.Api.given;
import static dev.supportpulse.metrics.ledger.RandomHistory.event;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.supportpulse.events.CaseOpened;
import dev.supportpulse.events.CaseResolved;
import dev.supportpulse.events.CostKind;
import dev.supportpulse.events.CostRecorded;
import dev.supportpulse.events.IncomeRecorded;
import dev.supportpulse.events.UpstreamData;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import dev.supportpulse.metrics.ledger.Fact;
import dev.supportpulse.metrics.postgres.TestLedger;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class AccountsComponentTest {

  @Inject TestLedger ledger;

  private final List<Fact> facts = new ArrayList<>();
  private final Instant start =
      Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(3));

  /**
   * acme: two cases, 90 minutes, 70.50 spent on its case, 50 earned. globex: one case, 200 earned.
   */
  @Test
  void whoTakesMostAndWhatTheyBring() {
    tell(new CaseOpened("c1", null, null, null, null, null, null, null, List.of(), "acme"));
    tell(new CaseOpened("c2", null, null, null, null, null, null, null, List.of(), "acme"));
    tell(new CaseOpened("c3", null, null, null, null, null, null, null, List.of(), "globex"));
    tell(new CaseResolved("c1", null, List.of(), new BigDecimal("90"), null));
    tell(cost("70.50", "USD", "c1"));
    tell(cost("5", "EUR", "c1"));
    tell(cost("1000", "USD", null));
    tell(income("50", "acme"));
    tell(income("200", "globex"));
    ledger.record(facts);
    get("sort=cost")
        .body("total", equalTo(3))
        .body("accounts.account", contains(null, "acme", "globex"))
        .body("accounts.cases", contains(0, 2, 1))
        .body("accounts.hours", contains(0.0, 1.5, 0.0))
        .body("accounts.cost", contains("1000.00", "70.50", "0.00"))
        .body("accounts.profit", contains("-1000.00", "-20.50", "200.00"));
    get("sort=cases&limit=1").body("accounts.account", contains("acme"));
    get("sort=hours&limit=1").body("accounts.account", contains("acme"));
    get("sort=profit").body("accounts.account", contains(null, "acme", "globex"));
    get("at=2020-01-01T00:00:00Z").body("total", equalTo(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sort=name|sort|cases, hours, cost, profit",
        "sort=cost|currency|no budget",
        "currency=USD&limit=0|limit|1 to",
      })
  void badInputNamesTheParameter(String query, String field, String why) {
    given()
        .get("/v1/projects/unaccounted/accounts?" + query)
        .then()
        .statusCode(400)
        .body("field", equalTo(field))
        .body("detail", containsString(why));
  }

  private void tell(UpstreamData data) {
    int i = facts.size();
    facts.add(event("accounts", "e" + i, start.plus(Duration.ofMinutes(i)), data));
  }

  private static CostRecorded cost(String amount, String currency, @Nullable String caseId) {
    return new CostRecorded(
        CostKind.VARIABLE,
        new BigDecimal(amount),
        currency,
        null,
        null,
        null,
        null,
        null,
        caseId,
        null,
        null,
        null);
  }

  private static IncomeRecorded income(String amount, String account) {
    return new IncomeRecorded(new BigDecimal(amount), "USD", null, null, null, null, account);
  }

  private static ValidatableResponse get(String query) {
    return given()
        .get("/v1/projects/accounts/accounts?currency=USD&" + query)
        .then()
        .statusCode(200);
  }
}
