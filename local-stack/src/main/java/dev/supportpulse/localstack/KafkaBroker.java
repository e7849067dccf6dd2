package dev.supportpulse.localstack;

import dev.supportpulse.events.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Kafka broker of one node, in a JVM of its own, on 127.0.0.1. What it keeps survives {@link
 * #close()} and {@link #kill()}: start another one on the same folder. It doesn't outlive this JVM.
 */
public final class KafkaBroker implements Running {

  /** The largest record that broker and topics take, in bytes: an event of 1 MiB, with room. */
  public static final int MAX_MESSAGE_BYTES = 4 * 1024 * 1024;

  // Kept data belongs to a cluster id, so it is the same at every start.
  private static final String CLUSTER_ID = "c3VwcG9ydC1wdWxzZS1sbw";
  private static final Duration FORMAT_LIMIT = Duration.ofSeconds(60);
  private static final Duration READY_LIMIT = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(50);

  private final ChildProcess process;
  private final int port;

  private KafkaBroker(ChildProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /** As {@link #start(Path, int, Path)}, with the log in the data folder. */
  public static KafkaBroker start(Path dataDir, int port) {
    return start(dataDir, port, dataDir.resolve("broker.log"));
  }

  /**
   * Starts a broker and returns when it answers.
   *
   * @param dataDir created if it doesn't exist, used on if it does
   * @param port where clients connect; 0 for any free one
   * @param log receives the broker's own output
   * @throws StackException when it doesn't answer within 60 s, with the end of the log
   */
  public static KafkaBroker start(Path dataDir, int port, Path log) {
    int clientPort = port == 0 ? Ports.free() : port;
    Path properties = dataDir.resolve("server.properties");
    Path data = dataDir.resolve("data");
    try {
      Files.createDirectories(data);
      Files.writeString(properties, BrokerConfig.of(data, clientPort, Ports.free()));
    } catch (IOException e) {
      throw new StackException("cannot write " + properties + ": " + e.getMessage(), e);
    }
    if (!Files.exists(data.resolve("meta.properties"))) {
      format(properties, log);
    }
    ChildProcess process = java("broker", log, "kafka.Kafka", properties.toString());
    KafkaBroker broker = new KafkaBroker(process, clientPort);
    try {
      broker.awaitAnswer();
      return broker;
    } catch (RuntimeException e) {
      process.kill();
      throw e;
    }
  }

  private static void format(Path properties, Path log) {
    String[] command = {
      "kafka.tools.StorageTool",
      "format",
      "--ignore-formatted",
      "--cluster-id",
      CLUSTER_ID,
      "--config",
      properties.toString()
    };
    if (java("broker-format", log, command).waitFor(FORMAT_LIMIT) != 0) {
      throw new StackException("cannot format the broker's data folder\n" + LogTail.of(log));
    }
  }

  private static ChildProcess java(String name, Path log, String... mainAndArguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                ChildProcess.java(),
                "-Xms64m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX"));
    command.addAll(List.of(mainAndArguments));
    return ChildProcess.start(name, command, Map.of("CLASSPATH", RuntimeClasspath.read()), log);
  }

  /** What clients put into {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** The port that clients connect to. */
  public int port() {
    return port;
  }

  @Override
  public ProcessHandle handle() {
    return process.handle();
  }

  /**
   * Creates what is missing of {@link Topics#all()}; what exists stays as it is.
   *
   * @param partitions the partition count that the keyed topics share
   */
  public void createTopics(int partitions) {
    try (BrokerAdmin admin = new BrokerAdmin(bootstrapServers())) {
      admin.createTopics(partitions);
    }
  }

  /**
   * Expels the members of all consumer groups. After {@code kill -9} the broker still counts on
   * them, and a new member would wait until their sessions end: 45 s, unless configured otherwise.
   * For whoever knows that they are gone, such as at a start.
   */
  public void expelConsumers() {
    try (BrokerAdmin admin = new BrokerAdmin(bootstrapServers())) {
      admin.expelConsumers();
    }
  }

  @Override
  public void kill() {
    process.kill();
  }

  @Override
  public void close() {
    process.close();
  }

  /** Ready is when it answers, not when the port is open; before that, asking only makes noise. */
  private void awaitAnswer() {
    long deadline = System.nanoTime() + READY_LIMIT.toNanos();
    while (!Ports.accepts(port)) {
      requireTime(deadline);
      Processes.pause(POLL);
    }
    try (BrokerAdmin admin = new BrokerAdmin(bootstrapServers())) {
      while (!admin.answers()) {
        requireTime(deadline);
      }
    }
  }

  private void requireTime(long deadline) {
    if (!process.isAlive()) {
      throw new StackException("the broker ended\n" + LogTail.of(process.log()));
    }
    if (System.nanoTime() > deadline) {
      throw new StackException(
          "the broker doesn't answer after %d s%n%s"
              .formatted(READY_LIMIT.toSeconds(), LogTail.of(process.log())));
    }
  }
}
