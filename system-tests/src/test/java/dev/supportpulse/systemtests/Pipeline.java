package dev.supportpulse.systemtests;

import dev.supportpulse.localstack.KafkaBroker;
import dev.supportpulse.localstack.Postgres;
import dev.supportpulse.localstack.Service;
import dev.supportpulse.localstack.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The whole system, each part in a process of its own on a free port, with an empty state. */
final class Pipeline implements AutoCloseable {

  /** The folder of the parent pom. */
  static final Path CHECKOUT =
      Path.of(Objects.requireNonNull(System.getProperty("supportpulse.checkout")));

  private static final int PARTITIONS = 6;
  private static final int DELETIONS = 25;

  private final Path folder;
  private KafkaBroker broker;
  private Postgres postgres;
  private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
  private final Map<String, String> settings = new HashMap<>();
  private final List<ServiceProcess> more = new ArrayList<>();

  private Pipeline(Path folder, Map<String, String> settings) {
    this.folder = folder;
    this.settings.putAll(settings);
    LogsOfFailure.FOLDERS.add(folder);
    this.broker = KafkaBroker.start(folder.resolve("kafka"), 0);
    this.postgres = Postgres.start(folder.resolve("postgres"), 0);
  }

  /** Starts everything and returns when it is ready. */
  static Pipeline start() throws IOException {
    return start(Map.of());
  }

  /** Starts everything, all services with these settings, and returns when it is ready. */
  static Pipeline start(Map<String, String> settings) throws IOException {
    Pipeline pipeline =
        new Pipeline(Files.createTempDirectory("support-pulse-system-test"), settings);
    pipeline.broker.createTopics(PARTITIONS);
    for (Service service : Service.values()) {
      pipeline.launch(service, 0);
    }
    pipeline.services.values().forEach(ServiceProcess::awaitReady);
    return pipeline;
  }

  ServiceProcess service(Service service) {
    return Objects.requireNonNull(services.get(service));
  }

  /** The lines that a service has logged until now. */
  List<String> log(Service service) throws IOException {
    return Files.readAllLines(folder.resolve(service.label() + ".log"));
  }

  String bootstrapServers() {
    return broker.bootstrapServers();
  }

  String jdbcUrl() {
    return postgres.jdbcUrl();
  }

  /** Ends a service as {@code kill -9} does, and starts it again on the same port. */
  void killAndRestart(Service service) {
    ServiceProcess killed = service(service);
    int port = killed.uri().getPort();
    killed.kill();
    launch(service, port);
  }

  /** Ends the broker as {@code kill -9} does. */
  void killBroker() {
    broker.kill();
  }

  /** Starts the killed broker again, on the same port and with what it had on its disk. */
  void restartBroker() {
    broker = KafkaBroker.start(folder.resolve("kafka"), broker.port());
  }

  /** Copies the database's files, as they are between a stop and a start. */
  void backUpDatabase() throws IOException, InterruptedException {
    int port = postgres.port();
    postgres.close();
    copy(folder.resolve("postgres"), folder.resolve("backup"));
    postgres = Postgres.start(folder.resolve("postgres"), port);
  }

  /** Destroys the database as it is, and puts what was copied in its place. */
  void restoreDatabase() throws IOException, InterruptedException {
    int port = postgres.port();
    postgres.kill();
    run("rm", "-r", folder.resolve("postgres").toString());
    copy(folder.resolve("backup"), folder.resolve("postgres"));
    postgres = Postgres.start(folder.resolve("postgres"), port);
  }

  private static void copy(Path from, Path to) throws IOException, InterruptedException {
    run("cp", "-a", from.toString(), to.toString());
  }

  private static void run(String... command) throws IOException, InterruptedException {
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed");
    }
  }

  /** Ends a service as {@code kill -9} does, drops its schema, and starts it again. */
  void forgetAndRestart(Service service, String schema) throws SQLException {
    ServiceProcess killed = service(service);
    int port = killed.uri().getPort();
    killed.kill();
    try (Connection connection =
            DriverManager.getConnection(postgres.jdbcUrl(), Postgres.NAME, Postgres.NAME);
        Statement statement = connection.createStatement()) {
      statement.execute("drop schema " + schema + " cascade");
    }
    launch(service, port);
  }

  /** What services have of that setting when they start from now on. */
  void set(String setting, String value) {
    settings.put(setting, value);
  }

  /** Starts one more instance of a service, on a port of its own, without waiting for it. */
  ServiceProcess another(Service service) {
    ServiceProcess instance = process(service, 0, service.label() + "-" + (more.size() + 2));
    more.add(instance);
    return instance;
  }

  private void launch(Service service, int port) {
    services.put(service, process(service, port, service.label()));
  }

  private ServiceProcess process(Service service, int port, String name) {
    Map<String, String> config = new HashMap<>(settings);
    config.put("kafka.bootstrap.servers", broker.bootstrapServers());
    config.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl());
    config.put("supportpulse.intake.digest-key", "00".repeat(32));
    config.put("supportpulse.intake.privacy.pseudonym-keys", "k1:" + "01".repeat(32));
    if (services.containsKey(Service.CLASSIFIER)) {
      config.put(
          "supportpulse.metrics.classifier-url", service(Service.CLASSIFIER).uri().toString());
    }
    return ServiceProcess.start(service, CHECKOUT, port, config, folder.resolve(name + ".log"));
  }

  @Override
  public void close() throws IOException {
    more.forEach(ServiceProcess::close);
    services.values().forEach(ServiceProcess::close);
    postgres.close();
    broker.close();
    LogsOfFailure.FOLDERS.remove(folder);
    delete(folder);
  }

  /** Again for a while: what was killed may have children that write a moment longer. */
  private static void delete(Path folder) throws IOException {
    for (int attempt = 1; Files.exists(folder); attempt++) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (IOException | UncheckedIOException e) {
        if (attempt == DELETIONS) {
          throw e;
        }
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      }
    }
  }
}
