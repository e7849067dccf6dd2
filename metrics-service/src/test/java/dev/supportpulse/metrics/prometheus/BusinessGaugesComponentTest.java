package dev.supportpulse.metrics.prometheus;

import static dev.supportpulse.metrics.figure.Tallies.all;
import static dev.supportpulse.metrics.figure.Tallies.tally;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import dev.supportpulse.metrics.postgres.TestBuckets;
import dev.supportpulse.metrics.tally.Dimensions;
import dev.supportpulse.metrics.tally.Measure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Prometheus sees what the summary says. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class BusinessGaugesComponentTest {

  @Inject BusinessGauges gauges;
  @Inject TestBuckets buckets;

  @Test
  void showsTheFiguresOfEachProjectAndWhatPends() throws SQLException {
    buckets.add(
        "a-gauged",
        Instant.now().minusSeconds(600),
        Dimensions.UNKNOWN,
        all(
            tally(Measure.SENTIMENT, "USER/POSITIVE", 3, "3"),
            tally(Measure.SENTIMENT, "USER/NEGATIVE", 1, "-1"),
            tally(Measure.COST, "USD/FIXED", 1, "12.50"),
            tally(Measure.COST, "CNY/EXTRA", 1, "7"),
            tally(Measure.PENDING, "", 2, "0")));
    gauges.refresh();

    String scrape = RestAssured.get("/q/metrics").asString();
    assertThat(scrape)
        .contains(
            "supportpulse_figure{figure=\"netSatisfaction\",part=\"\",project=\"a-gauged\"} 0.5")
        .contains(
            "supportpulse_figure{figure=\"supportCost\",part=\"USD\",project=\"a-gauged\"} 12.5")
        .contains(
            "supportpulse_figure{figure=\"supportCost\",part=\"CNY\",project=\"a-gauged\"} 7.0")
        .contains("supportpulse_pending{kind=\"texts\",project=\"a-gauged\"} 2.0")
        .doesNotContain("figure=\"csat\",part=\"\",project=\"a-gauged\"")
        .contains("supportpulse_counting_behind{unit=\"events\"}")
        .contains("supportpulse_metrics_received_total{outcome=\"accepted\"}")
        .contains("supportpulse_metrics_restated_minutes_total")
        .contains("kafka_consumer_fetch_manager_records_lag_max");
  }
}
