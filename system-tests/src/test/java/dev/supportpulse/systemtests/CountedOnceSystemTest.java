package dev.supportpulse.systemtests;

import dev.supportpulse.localstack.Service;
import dev.supportpulse.localstack.ServiceProcess;
import java.net.URI;
import java.time.Instant;
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

    ServiceProcess metrics = pipeline.service(Service.METRICS);
    metrics.awaitReady();
    new CountedLoad(metrics.uri(), pipeline.jdbcUrl(), "counted-once", EVENTS).check(repeated);
  }
}
