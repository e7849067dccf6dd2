package dev.supportpulse.benchmarks;

import dev.supportpulse.localstack.Folders;
import dev.supportpulse.localstack.KafkaBroker;
import dev.supportpulse.localstack.Postgres;
import dev.supportpulse.localstack.Service;
import dev.supportpulse.localstack.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** A broker, a database and the packaged metrics-service, each in processes of their own. */
final class MetricsStack implements AutoCloseable {

  /** As under {@code ./run}. */
  static final int PARTITIONS = 6;

  private final Path folder;
  private final KafkaBroker broker;
  private final Postgres database;
  private final ServiceProcess metrics;

  private MetricsStack(Path folder, KafkaBroker broker, Postgres database, ServiceProcess metrics) {
    this.folder = folder;
    this.broker = broker;
    this.database = database;
    this.metrics = metrics;
  }

  /**
   * Starts everything and returns when it is ready.
   *
   * @param checkout the folder of the parent pom
   * @param settings of the service, beside those that tell it of the others
   */
  static MetricsStack start(Path checkout, Map<String, String> settings) throws IOException {
    Path folder = Files.createTempDirectory("support-pulse-benchmark");
    Postgres database = Postgres.start(folder.resolve("postgres"), 0);
    KafkaBroker broker = KafkaBroker.start(folder.resolve("kafka"), 0);
    broker.createTopics(PARTITIONS);
    Map<String, String> config = new HashMap<>(settings);
    config.put("kafka.bootstrap.servers", broker.bootstrapServers());
    config.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
    config.put("quarkus.datasource.username", Postgres.NAME);
    config.put("quarkus.datasource.password", Postgres.NAME);
    ServiceProcess metrics =
        ServiceProcess.start(Service.METRICS, checkout, 0, config, folder.resolve("metrics.log"));
    metrics.awaitReady();
    return new MetricsStack(folder, broker, database, metrics);
  }

  Path folder() {
    return folder;
  }

  String bootstrapServers() {
    return broker.bootstrapServers();
  }

  String jdbcUrl() {
    return database.jdbcUrl();
  }

  URI metrics() {
    return metrics.uri();
  }

  /** A connection to the service's schema, for whoever looks or fills from outside. */
  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl() + "?currentSchema=metrics", Postgres.NAME, Postgres.NAME);
  }

  /** Processor time of the service since its start. */
  double serviceSeconds() {
    return new ProcessUsage(metrics.handle()).cpuSeconds();
  }

  /** Processor time of the broker since its start. */
  double brokerSeconds() {
    return new ProcessUsage(broker.handle()).cpuSeconds();
  }

  /** Processor time of the database since its start. */
  double databaseSeconds() {
    return ProcessUsage.cpuSecondsWithChildren(database.handle());
  }

  @Override
  public void close() throws IOException {
    metrics.close();
    broker.close();
    database.close();
    Folders.delete(folder);
  }
}
