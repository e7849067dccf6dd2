package dev.supportpulse.benchmarks;

import dev.supportpulse.benchmarks.peer.BareHandlerProcess;
import dev.supportpulse.localstack.Folders;
import dev.supportpulse.localstack.KafkaBroker;
import dev.supportpulse.localstack.Service;
import dev.supportpulse.localstack.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A broker, the packaged intake and its peer, each in a process of its own, with empty topics. */
final class Stack implements AutoCloseable {

  private static final int PARTITIONS = 6;

  private final Path folder;
  private final KafkaBroker broker;
  private final ServiceProcess intake;
  private final BareHandlerProcess peer;

  private Stack(Path folder, KafkaBroker broker, ServiceProcess intake, BareHandlerProcess peer) {
    this.folder = folder;
    this.broker = broker;
    this.intake = intake;
    this.peer = peer;
  }

  /**
   * Starts everything and returns when it is ready.
   *
   * @param checkout the folder of the parent pom
   */
  static Stack start(Path checkout) throws IOException {
    Path folder = Files.createTempDirectory("support-pulse-benchmark");
    KafkaBroker broker = KafkaBroker.start(folder.resolve("kafka"), 0);
    broker.createTopics(PARTITIONS);
    ServiceProcess intake =
        ServiceProcess.start(
            Service.INTAKE,
            checkout,
            0,
            Map.of(
                "kafka.bootstrap.servers", broker.bootstrapServers(),
                "supportpulse.intake.digest-key", "00".repeat(32),
                "supportpulse.intake.privacy.pseudonym-keys", "k1:" + "01".repeat(32)),
            folder.resolve("intake.log"));
    BareHandlerProcess peer =
        BareHandlerProcess.start(broker.bootstrapServers(), folder.resolve("peer.log"));
    intake.awaitReady();
    return new Stack(folder, broker, intake, peer);
  }

  String bootstrapServers() {
    return broker.bootstrapServers();
  }

  URI intake() {
    return intake.uri().resolve("/v1/events");
  }

  URI peer() {
    return peer.uri();
  }

  ProcessUsage intakeUsage() {
    return new ProcessUsage(intake.handle());
  }

  ProcessUsage peerUsage() {
    return new ProcessUsage(peer.handle());
  }

  ProcessUsage brokerUsage() {
    return new ProcessUsage(broker.handle());
  }

  @Override
  public void close() throws IOException {
    peer.close();
    intake.close();
    broker.close();
    Folders.delete(folder);
  }
}
