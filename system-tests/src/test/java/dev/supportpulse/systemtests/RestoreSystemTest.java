package dev.supportpulse.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.localstack.Service;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What docs/operations.md promises of a lost database: an older backup is restored, metrics-service
 * reads on from the offsets in it, and every figure is what it was, to the digit. So it is when
 * spoilt buckets are made anew from the ledger.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestoreSystemTest {

  private static final String PROJECT = "restored";
  private static final int EVENTS = 20_000;
  private static final int BATCH = 500;

  /** Nothing moves buckets but what is shown here. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "supportpulse.classifier.accurate.enabled", "false",
          "supportpulse.metrics.maintenance.enabled", "false");

  @SuppressWarnings("NullAway.Init")
  private static Pipeline pipeline;

  @SuppressWarnings("NullAway.Init")
  private static Instant now;

  @BeforeAll
  static void start() throws Exception {
    pipeline = Pipeline.start(SETTINGS);
    now = Instant.now();
  }

  @AfterAll
  static void stop() throws Exception {
    pipeline.close();
  }

  @Test
  @Order(1)
  void anOlderBackupCatchesUpFromItsOwnOffsets() throws Exception {
    Load load = new Load(PROJECT, now);
    URI intake = pipeline.service(Service.INTAKE).uri();
    post(load, intake, 0, EVENTS / 2);
    Summaries.awaitComplete(metrics(), PROJECT);
    pipeline.backUpDatabase();
    post(load, intake, EVENTS / 2, EVENTS);
    new CountedLoad(metrics(), pipeline.jdbcUrl(), load, EVENTS).check(0);
    Map<String, Object> before = everything();

    Instant lost = Instant.now();
    pipeline.restoreDatabase();
    pipeline.killAndRestart(Service.METRICS);
    pipeline.service(Service.METRICS).awaitReady();

    new CountedLoad(metrics(), pipeline.jdbcUrl(), load, EVENTS).check(0);
    assertThat(everything()).isEqualTo(before);
    System.out.printf(
        "restore: %d of %d events caught up, %.1f s after the loss%n",
        EVENTS / 2, EVENTS, Duration.between(lost, Instant.now()).toMillis() / 1000.0);
  }

  @Test
  @Order(2)
  void spoiltBucketsAreRebuiltFromTheLedger() throws Exception {
    Map<String, Object> before = everything();
    LedgerQueries.spoil(pipeline.jdbcUrl(), PROJECT);
    assertThat(everything()).isNotEqualTo(before);

    URI rebuild = metrics().resolve("/v1/projects/" + PROJECT + "/rebuild");
    Http.Answer answer = Http.post(rebuild, "application/json", "");

    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    assertThat(everything()).isEqualTo(before);
  }

  private static URI metrics() {
    return pipeline.service(Service.METRICS).uri();
  }

  private static void post(Load load, URI intake, int from, int to) throws Exception {
    for (int batch = from; batch < to; batch += BATCH) {
      load.post(intake, batch, batch + BATCH);
    }
  }

  /** All that is told of the project: figures by channel, and n and sum of every measure. */
  private static Map<String, Object> everything() throws Exception {
    String query = "/summary?window=P30D&groupBy=channel&at=" + now;
    JsonNode summary =
        Http.get(metrics().resolve("/v1/projects/" + PROJECT + query)).body().at("/groups");
    Map<String, Object> everything = new TreeMap<>();
    everything.put("summary", summary);
    try (LedgerQueries queries = new LedgerQueries(pipeline.jdbcUrl())) {
      everything.put("ledger", queries.ledger(PROJECT));
      for (String table : new String[] {"bucket_minute", "bucket_quarter_hour", "bucket_day"}) {
        everything.put(table, queries.buckets(table, PROJECT));
      }
    }
    return everything;
  }
}
