package dev.supportpulse.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.localstack.Service;
import dev.supportpulse.localstack.ServiceProcess;
import dev.supportpulse.systemtests.Insistent.Report;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A rollout under load, as Kubernetes does it: both instances of intake and both of metrics are
 * replaced one after the other. Requests fail with nothing but 429 and 503, nothing is lost, and
 * nothing is counted twice.
 */
class RollingRestartSystemTest {

  /** What {@code deploy/kubernetes} sets, shorter: to finish what was asked before the end. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "quarkus.shutdown.timeout", "PT3S", "supportpulse.classifier.accurate.enabled", "false");

  /** What preStop waits there: until nobody sends requests to the instance any more. */
  private static final Duration PAUSE = Duration.ofMillis(500);

  /** So that processors are left for instances to start on. */
  private static final Duration REST = Duration.ofMillis(50);

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @SuppressWarnings("NullAway.Init")
  private static Pipeline pipeline;

  @BeforeAll
  static void start() throws Exception {
    pipeline = Pipeline.start(SETTINGS);
  }

  @AfterAll
  static void stop() throws Exception {
    pipeline.close();
  }

  @Test
  void losesNothingAndFailsNobody() throws Exception {
    ServiceProcess secondIntake = pipeline.another(Service.INTAKE);
    ServiceProcess secondMetrics = pipeline.another(Service.METRICS);
    Instances intake = two(Service.INTAKE, secondIntake);
    Instances metrics = two(Service.METRICS, secondMetrics);
    AtomicBoolean enough = new AtomicBoolean();
    ExecutorService clients = Executors.newCachedThreadPool();
    try {
      List<Future<Report>> writers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        writers.add(clients.submit(new Insistent(intake::next, "single" + i, 1, REST, enough)));
      }
      writers.add(clients.submit(new Insistent(intake::next, "batch", 20, REST, enough)));
      Future<List<Integer>> reader = clients.submit(() -> read(metrics, enough));
      for (int round = 0; round < 2; round++) {
        ServiceProcess newIntake = replaceOldest(Service.INTAKE, intake);
        ServiceProcess newMetrics = replaceOldest(Service.METRICS, metrics);
        newIntake.awaitReady();
        intake.add(newIntake);
        newMetrics.awaitReady();
        metrics.add(newMetrics);
      }
      enough.set(true);

      List<Report> reports = new ArrayList<>();
      for (Future<Report> each : writers) {
        reports.add(each.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
      }
      assertThat(reports).flatExtracting(Report::unexpected).isEmpty();
      assertThat(reports).extracting(Report::unanswered).containsOnly(0);
      assertThat(reader.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
          .contains(200)
          .isSubsetOf(200, 429, 503);
      assertCounted(metrics, reports);
    } finally {
      clients.shutdownNow();
    }
  }

  private static Instances two(Service service, ServiceProcess second) {
    second.awaitReady();
    return new Instances(pipeline.service(service), second);
  }

  /** Nobody is sent there any more; then it is asked to end; then a new one starts. */
  private static ServiceProcess replaceOldest(Service service, Instances instances)
      throws InterruptedException {
    ServiceProcess old = instances.oldest();
    instances.remove(old);
    Thread.sleep(PAUSE.toMillis());
    old.close();
    return pipeline.another(service);
  }

  /** The statuses that a reader of summaries was answered; a broken connection is a failure. */
  private static List<Integer> read(Instances metrics, AtomicBoolean enough)
      throws IOException, InterruptedException {
    List<Integer> statuses = new ArrayList<>();
    while (!enough.get()) {
      String summary = "/v1/projects/" + Insistent.PROJECT + "/summary?window=PT1H";
      statuses.add(Http.get(metrics.next().resolve(summary)).status());
      Thread.sleep(REST.toMillis());
    }
    return statuses;
  }

  /** Every acknowledged identity is in the ledger, once, and in the accounts and buckets. */
  private static void assertCounted(Instances metrics, List<Report> reports) throws Exception {
    List<String> ids = reports.stream().flatMap(report -> report.acknowledged().stream()).toList();
    Summaries.awaitComplete(metrics.next(), Insistent.PROJECT);
    try (LedgerQueries queries = new LedgerQueries(pipeline.jdbcUrl())) {
      assertThat(queries.ids(Insistent.PROJECT)).containsExactlyInAnyOrderElementsOf(ids);
      Map<String, String> ledger = queries.ledger(Insistent.PROJECT);
      assertThat(ledger).containsEntry("SENTIMENT USER/POSITIVE", ids.size() + " " + ids.size());
      assertThat(queries.buckets("bucket_minute", Insistent.PROJECT)).isEqualTo(ledger);
    }
    Accounting.await(
        metrics.next(),
        Insistent.PROJECT,
        Map.of("accepted", (long) ids.size(), "rejected", 0L, "quarantined", 0L));
    System.out.printf("rolling restart: %d events acknowledged and counted%n", ids.size());
  }
}
