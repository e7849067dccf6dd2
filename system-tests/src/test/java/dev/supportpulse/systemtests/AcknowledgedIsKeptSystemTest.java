package dev.supportpulse.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.localstack.KafkaBroker;
import dev.supportpulse.localstack.Service;
import dev.supportpulse.localstack.ServiceProcess;
import dev.supportpulse.systemtests.Insistent.Report;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * 202 means durable: intake and the broker are killed with -9 ten times in all, under concurrent
 * single posts and batches, and every acknowledged event is in the topic.
 */
class AcknowledgedIsKeptSystemTest {

  private static final Path CHECKOUT =
      Path.of(Objects.requireNonNull(System.getProperty("supportpulse.checkout")));
  private static final int KILLS = 10;
  private static final int PARTITIONS = 6;
  private static final int BATCH = 50;
  private static final Duration LOAD_BETWEEN_KILLS = Duration.ofMillis(1500);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir(cleanup = CleanupMode.ALWAYS)
  Path folder;

  @Test
  void whoeverIsKilledMeanwhile() throws Exception {
    KafkaBroker broker = KafkaBroker.start(folder.resolve("kafka"), 0);
    broker.createTopics(PARTITIONS);
    ServiceProcess intake = launch(broker, 0);
    intake.awaitReady();
    AtomicBoolean enough = new AtomicBoolean();
    ExecutorService clients = Executors.newCachedThreadPool();
    try {
      List<Future<Report>> running = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        running.add(clients.submit(client(intake.uri(), "single" + i, 1, enough)));
        running.add(clients.submit(client(intake.uri(), "batch" + i, BATCH, enough)));
      }
      for (int kill = 0; kill < KILLS; kill++) {
        Thread.sleep(LOAD_BETWEEN_KILLS.toMillis());
        if (kill % 2 == 0) {
          intake.kill();
          intake = launch(broker, intake.uri().getPort());
          intake.awaitReady();
        } else {
          broker.kill();
          broker = KafkaBroker.start(folder.resolve("kafka"), broker.port());
        }
      }
      Thread.sleep(LOAD_BETWEEN_KILLS.toMillis());
      enough.set(true);

      assertKept(reports(running), EventTopic.ids(broker.bootstrapServers()));
    } finally {
      clients.shutdownNow();
      intake.close();
      broker.close();
    }
  }

  private static void assertKept(List<Report> reports, Set<String> topic) {
    Set<String> acknowledged = new HashSet<>();
    reports.forEach(report -> acknowledged.addAll(report.acknowledged()));
    System.out.printf(
        "%d events acknowledged, %d ids in the topic; %d times 503, %d broken connections%n",
        acknowledged.size(),
        topic.size(),
        reports.stream().mapToInt(Report::unavailable).sum(),
        reports.stream().mapToInt(Report::unanswered).sum());

    assertThat(reports).flatExtracting(Report::unexpected).isEmpty();
    assertThat(reports).allSatisfy(report -> assertThat(report.acknowledged()).isNotEmpty());
    assertThat(reports).extracting(Report::unavailable).anyMatch(times -> times > 0);
    assertThat(reports).extracting(Report::unanswered).anyMatch(times -> times > 0);
    Set<String> missing = new HashSet<>(acknowledged);
    missing.removeAll(topic);
    assertThat(missing).as("acknowledged, but not in the topic").isEmpty();
    // Everyone insisted until all was acknowledged, so nothing else is there.
    assertThat(topic).hasSameSizeAs(acknowledged);
  }

  private static List<Report> reports(List<Future<Report>> running) throws Exception {
    List<Report> reports = new ArrayList<>();
    for (Future<Report> each : running) {
      reports.add(each.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }
    return reports;
  }

  private static Insistent client(URI intake, String name, int batch, AtomicBoolean enough) {
    return new Insistent(() -> intake, name, batch, Duration.ZERO, enough);
  }

  private ServiceProcess launch(KafkaBroker broker, int port) {
    Map<String, String> config =
        Map.of(
            "kafka.bootstrap.servers", broker.bootstrapServers(),
            "supportpulse.intake.digest-key", "00".repeat(32),
            "supportpulse.intake.privacy.pseudonym-keys", "k1:" + "01".repeat(32));
    return ServiceProcess.start(
        Service.INTAKE, CHECKOUT, port, config, folder.resolve("intake.log"));
  }
}
