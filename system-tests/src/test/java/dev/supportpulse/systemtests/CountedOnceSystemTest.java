package dev.supportpulse.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.localstack.Service;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every event counts exactly once: 50,000 events through HTTP, every fifth batch posted twice,
 * while metrics-service is killed with -9 three times and classifier-service once.
 */
class CountedOnceSystemTest {

  private static final int EVENTS = 50_000;
  private static final int BATCH = 500;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @SuppressWarnings("NullAway.Init")
  private static Pipeline pipeline;

  @BeforeAll
  static void start() throws Exception {
    pipeline = Pipeline.start();
  }

  @AfterAll
  static void stop() throws Exception {
    pipeline.close();
  }

  @Test
  void whoeverIsKilledMeanwhile() throws Exception {
    Load load = new Load("counted-once", Instant.now());
    URI intake = pipeline.service(Service.INTAKE).uri();
    int repeated = 0;
    for (int from = 0; from < EVENTS; from += BATCH) {
      load.post(intake, from, from + BATCH);
      int batch = from / BATCH;
      if (batch % 5 == 0) {
        load.post(intake, from, from + BATCH);
        repeated += BATCH;
      }
      if (batch == 15 || batch == 45 || batch == 80) {
        pipeline.killAndRestart(Service.METRICS);
      } else if (batch == 30) {
        pipeline.killAndRestart(Service.CLASSIFIER);
      }
    }

    JsonNode summary = awaitComplete();

    JsonNode figures = summary.at("/groups/0/figures");
    long positive = EVENTS / 10 * 3;
    long negative = EVENTS / 10 * 2;
    long feedbacks = EVENTS / 10 * 6;
    assertThat(figures.at("/netSatisfaction/numerator").decimalValue())
        .isEqualByComparingTo(BigDecimal.valueOf(positive - negative));
    assertThat(figures.at("/netSatisfaction/denominator").asLong()).isEqualTo(feedbacks);
    assertThat(figures.at("/supportCost/value").asText()).isEqualTo(costs().toPlainString());
    assertThat(figures.at("/cases/value").asLong()).isEqualTo(EVENTS / 10);
    assertThat(figures.at("/supportEfficiency/numerator").asLong()).isEqualTo(EVENTS / 10 - 1);
    assertThat(accounted("accepted")).isEqualTo(EVENTS);
    assertThat(accounted("duplicate")).isEqualTo(repeated);
    assertThat(accounted("rejected")).isZero();

    try (LedgerQueries queries = new LedgerQueries(pipeline.jdbcUrl())) {
      Map<String, String> recomputed = queries.ledger("counted-once");
      assertThat(recomputed).containsEntry("SENTIMENT USER/POSITIVE", positive + " " + positive);
      for (String table : new String[] {"bucket_minute", "bucket_quarter_hour", "bucket_day"}) {
        assertThat(queries.buckets(table, "counted-once")).as(table).isEqualTo(recomputed);
      }
    }
  }

  private static BigDecimal costs() {
    return IntStream.range(0, EVENTS)
        .filter(number -> number % 10 == 6 || number % 10 == 7)
        .mapToObj(Load::cost)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static long accounted(String outcome) throws Exception {
    URI accounting =
        pipeline.service(Service.METRICS).uri().resolve("/v1/accounting?project=counted-once");
    long sum = 0;
    for (JsonNode hour : Http.get(accounting).body().at("/rows")) {
      sum += hour.at("/" + outcome).asLong();
    }
    return sum;
  }

  private static JsonNode awaitComplete() throws Exception {
    pipeline.service(Service.METRICS).awaitReady();
    URI summary =
        pipeline
            .service(Service.METRICS)
            .uri()
            .resolve("/v1/projects/counted-once/summary?window=P30D");
    Instant deadline = Instant.now().plus(PATIENCE);
    Http.Answer answer = Http.get(summary);
    while (!complete(answer) && Instant.now().isBefore(deadline)) {
      Thread.sleep(200);
      answer = Http.get(summary);
    }
    assertThat(complete(answer)).as("%s", answer.body()).isTrue();
    return answer.body();
  }

  /** Complete, and all texts were classified, which the classifier may still be at. */
  private static boolean complete(Http.Answer answer) {
    return answer.status() == 200 && answer.body().at("/window/complete").asBoolean();
  }
}
