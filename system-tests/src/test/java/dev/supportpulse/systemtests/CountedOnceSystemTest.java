package dev.supportpulse.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.localstack.Service;
import dev.supportpulse.localstack.ServiceProcess;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every event counts exactly once, whoever is killed with -9 meanwhile, and however often a client
 * sends it.
 */
class CountedOnceSystemTest {

  private static final int EVENTS = 50_000;
  private static final int BATCH = 500;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

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

  /** 50,000 events, every fifth batch posted twice. */
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
    new CountedLoad(metrics.uri(), pipeline.jdbcUrl(), load, EVENTS).check(repeated);
  }

  /** A request that ends in 503 may be in the log for a part; what is sent again counts once. */
  @Test
  void whatHadToBeSentAgain() throws Exception {
    pipeline.service(Service.METRICS).awaitReady();
    URI intake = pipeline.service(Service.INTAKE).uri();
    post(intake, batch("before"), 207);
    pipeline.killBroker();
    for (int attempt = 0; attempt < 3; attempt++) {
      post(intake, batch("meanwhile"), 503);
    }
    pipeline.restartBroker();
    insist(intake, batch("meanwhile"), 207);

    Accounting.await(
        pipeline.service(Service.METRICS).uri(),
        "sent-again",
        Map.of("accepted", 2L, "rejected", 2L, "quarantined", 0L));
  }

  /** A good event and one that says who it is, but not what was felt. */
  private static String batch(String name) {
    String event =
        """
        {"project":"sent-again","source":"/forum","id":"%s-%s","time":"2026-03-01T10:00:00Z",\
        "type":"dev.supportpulse.feedback.submitted","data":{"sentiment":"%s"}}""";
    return "["
        + event.formatted(name, "good", "POSITIVE")
        + ","
        + event.formatted(name, "bad", "GLAD")
        + "]";
  }

  private static void insist(URI intake, String batch, int expected) throws Exception {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (send(intake, batch).status() == 503 && Instant.now().isBefore(deadline)) {
      Thread.sleep(100);
    }
    post(intake, batch, expected);
  }

  private static void post(URI intake, String batch, int expected) throws Exception {
    Http.Answer answer = send(intake, batch);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(expected);
  }

  private static Http.Answer send(URI intake, String batch) throws Exception {
    return Http.post(intake.resolve("/v1/events"), "application/json", batch);
  }
}
