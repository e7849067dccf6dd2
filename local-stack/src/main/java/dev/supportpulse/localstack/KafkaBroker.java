package dev.supportpulse.localstack;

import dev.supportpulse.events.Topics;
import dev.supportpulse.events.Topics.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

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
  private static final Duration ADMIN_LIMIT = Duration.ofSeconds(30);

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
    try (Admin admin = admin()) {
      for (var creation :
          admin
              .createTopics(Topics.all().stream().map(topic -> topic(topic, partitions)).toList())
              .values()
              .entrySet()) {
        try {
          creation.getValue().get(ADMIN_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof TopicExistsException)) {
            throw new StackException("cannot create topic " + creation.getKey(), e);
          }
        }
      }
    } catch (TimeoutException e) {
      throw new StackException("the broker created no topics within " + ADMIN_LIMIT, e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static NewTopic topic(Topic topic, int partitions) {
    return new NewTopic(topic.name(), topic.keyed() ? partitions : 1, (short) 1)
        .configs(
            Map.of(
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime",
                TopicConfig.RETENTION_MS_CONFIG, Long.toString(topic.retention().toMillis()),
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_MESSAGE_BYTES)));
  }

  @Override
  public void kill() {
    process.kill();
  }

  @Override
  public void close() {
    process.close();
  }

  private Admin admin() {
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
            AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, "100",
            AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "200",
            AdminClientConfig.RETRY_BACKOFF_MS_CONFIG, "100"));
  }

  /** Ready is when it answers, not when the port is open; before that, asking only makes noise. */
  private void awaitAnswer() {
    long deadline = System.nanoTime() + READY_LIMIT.toNanos();
    try {
      while (!Ports.accepts(port)) {
        requireTime(deadline);
        Thread.sleep(50);
      }
      try (Admin admin = admin()) {
        while (!answers(admin)) {
          requireTime(deadline);
        }
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static boolean answers(Admin admin) throws InterruptedException {
    try {
      return !admin.describeCluster().nodes().get(1, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }

  private void requireTime(long deadline) {
    if (!process.isAlive()) {
      throw new StackException("the broker ended\n" + LogTail.of(process.log()));
    }
    if (System.nanoTime() > deadline) {
      throw new StackException(
          "the broker doesn't answer after " + READY_LIMIT + "\n" + LogTail.of(process.log()));
    }
  }

  private static StackException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new StackException("interrupted while waiting for the broker", e);
  }
}
