package dev.supportpulse.metrics.prometheus;

import static dev.supportpulse.metrics.figure.Tallies.all;
import static dev.supportpulse.metrics.figure.Tallies.tally;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import dev.supportpulse.metrics.config.GaugesConfig;
import dev.supportpulse.metrics.postgres.TestBuckets;
import dev.supportpulse.metrics.query.Catalogue;
import dev.supportpulse.metrics.query.FigureService;
import dev.supportpulse.metrics.tally.Dimensions;
import dev.supportpulse.metrics.tally.Measure;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prometheus sees what the summary says. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class BusinessGaugesComponentTest {

  @Inject BusinessGauges gauges;
  @Inject TestBuckets buckets;
  @Inject FigureService figures;
  @Inject Catalogue catalogue;

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

  @Test
  void projectsBeyondTheLimitAreCountedInsteadOfShown() throws SQLException {
    for (String project : List.of("a-first", "a-second", "a-third")) {
      buckets.add(
          project,
          Instant.now().minusSeconds(600),
          Dimensions.UNKNOWN,
          tally(Measure.SENTIMENT, "USER/POSITIVE", 1, "1"));
    }
    MeterRegistry meters = new SimpleMeterRegistry();
    new BusinessGauges(figures, catalogue, new AtMost(2), Clock.systemUTC(), meters).refresh();

    assertThat(meters.get("supportpulse.figure").gauges())
        .extracting(gauge -> gauge.getId().getTag("project"))
        .hasSameElementsAs(catalogue.projects().subList(0, 2));
    assertThat(meters.get("supportpulse.figure.projects.omitted").gauge().value())
        .isEqualTo(catalogue.projects().size() - 2);
  }

  private record AtMost(int maxProjects) implements GaugesConfig {

    @Override
    public boolean enabled() {
      return false;
    }

    @Override
    public Duration every() {
      return Duration.ofHours(1);
    }

    @Override
    public Duration window() {
      return Duration.ofHours(24);
    }
  }
}
