package dev.supportpulse.metrics.http;

import static dev.supportpulse.metrics.http.Api.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import dev.supportpulse.metrics.ledger.Batch;
import dev.supportpulse.metrics.ledger.Claim;
import dev.supportpulse.metrics.ledger.Fact;
import dev.supportpulse.metrics.ledger.Ledger;
import dev.supportpulse.metrics.ledger.RandomHistory;
import dev.supportpulse.metrics.ledger.SourcePartition;
import dev.supportpulse.metrics.postgres.LedgerPartitions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a figure to the events behind it, over HTTP. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class DrillDownComponentTest {

  private static final String PROJECT = "behind";
  private static final String FEEDBACK = "/v1/projects/behind/feedback";
  private final Instant start =
      Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(10));

  @Inject Ledger ledger;
  @Inject LedgerPartitions partitions;

  @BeforeEach
  void history() {
    SourcePartition partition = new SourcePartition(PROJECT, 0);
    Claim claim =
        Objects.requireNonNull(ledger.claim(new TreeMap<>(Map.of(partition, 0L))).get(partition));
    if (claim.next() == 0) {
      partitions.ensure(LocalDate.now(ZoneOffset.UTC));
      List<Fact> facts = RandomHistory.of(PROJECT, 5, 200, start);
      Batch.Slice all = new Batch.Slice(claim, facts.size(), Instant.now(), facts);
      ledger.record(new Batch(new TreeMap<>(Map.of(partition, all)), 0));
    }
  }

  @Test
  void nIsTheNOfTheFigure() {
    JsonPath summary =
        given()
            .get("/v1/projects/behind/summary?window=P30D")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    Map<String, Map<String, Object>> figures = summary.getMap("groups[0].figures");
    Map<String, Object> observations = new TreeMap<>();
    figures.forEach(
        (name, figure) -> {
          Object n = figure.get("n");
          // Two kinds of counts, of which n tells one; the backlog reaches back.
          if (n != null
              && !Set.of("costPerCase", "costPerResolvedCase", "compositeEfficiency", "backlog")
                  .contains(name)) {
            observations.put(name, n);
          }
        });
    assertThat(observations)
        .containsKeys("netSatisfaction", "csat", "firstResponse", "supportEfficiency");
    observations.forEach(
        (figure, n) ->
            given()
                .queryParam("figure", figure)
                .get(FEEDBACK)
                .then()
                .statusCode(200)
                .body("figure", equalTo(figure))
                .body("n", equalTo(n)));
  }

  @Test
  void tellsOfEachItemWhatItIsAndWhatItCounts() {
    JsonPath page =
        given()
            .queryParam("figure", "cases")
            .queryParam("limit", 1)
            .get(FEEDBACK)
            .then()
            .statusCode(200)
            .body("items", hasSize(1))
            .body("items[0].kind", equalTo("CASE"))
            .body("items[0].counts.CASES.n", equalTo(1))
            .extract()
            .jsonPath();
    String caseId = page.getString("items[0].caseId");
    given()
        .queryParam("caseId", caseId)
        .get(FEEDBACK)
        .then()
        .statusCode(200)
        .body("items.caseId", not(hasItem(not(equalTo(caseId)))))
        .body("items.type", hasItem("case.opened"))
        .body("next", nullValue());
    given()
        .queryParam("figure", "cases")
        .queryParam("limit", 1)
        .queryParam("after", page.getString("next"))
        .get(FEEDBACK)
        .then()
        .statusCode(200)
        .body("items[0].caseId", not(equalTo(caseId)));
  }

  @Test
  void aWrongParameterIsNamed() {
    given().get(FEEDBACK + "?limit=0").then().statusCode(400).body("field", equalTo("limit"));
    given().get(FEEDBACK + "?limit=1001").then().statusCode(400).body("field", equalTo("limit"));
    given().get(FEEDBACK + "?after=x").then().statusCode(400).body("field", equalTo("after"));
    given().get(FEEDBACK + "?figure=x").then().statusCode(400).body("field", equalTo("figure"));
    given()
        .get(FEEDBACK + "?groupBy=mode")
        .then()
        .statusCode(400)
        .body("field", equalTo("groupBy"));
  }

  @Test
  void pickersKnowProjectsFiguresAndValues() {
    given()
        .get("/v1/projects")
        .then()
        .statusCode(200)
        .body("projects", hasItem(PROJECT))
        .body("figures", hasItems("csat", "profit"));
    given()
        .get("/v1/projects/behind/dimensions")
        .then()
        .statusCode(200)
        .body("dimensions.keySet()", contains("category", "channel", "tier", "mode"))
        .body("dimensions.channel", hasItem("FORUM"));
    given()
        .get("/v1/projects/nobody/dimensions")
        .then()
        .statusCode(200)
        .body("dimensions.channel", hasSize(0));
  }
}
