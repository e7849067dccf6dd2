package dev.supportpulse.localstack.launch;

import static java.util.Map.entry;

import dev.supportpulse.localstack.KafkaBroker;
import dev.supportpulse.localstack.Postgres;
import dev.supportpulse.localstack.Running;
import dev.supportpulse.localstack.Service;
import dev.supportpulse.localstack.ServiceProcess;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The parts of the whole system on this machine, and what each is told of the others. */
record Blueprint(LocalFolder folder, PortPlan ports) {

  private static final int PARTITIONS = 6;

  /** What the services stand on. */
  List<Part> foundation() {
    return List.of(
        new Part("database", ports.database(), this::startDatabase),
        new Part("broker", ports.broker(), this::startBroker));
  }

  /** The services. */
  List<Part> services() {
    Map<String, String> config = serviceConfig();
    return Arrays.stream(Service.values())
        .map(
            service -> new Part(service.label(), ports.port(service), () -> start(service, config)))
        .toList();
  }

  private Running startDatabase() {
    return Postgres.start(folder.database(), ports.database(), folder.newLog("database"));
  }

  private Running startBroker() {
    KafkaBroker broker =
        KafkaBroker.start(folder.broker(), ports.broker(), folder.newLog("broker"));
    broker.createTopics(PARTITIONS);
    // Services of an earlier run are gone; one that lives joins again.
    broker.expelConsumers();
    return broker;
  }

  private Running start(Service service, Map<String, String> config) {
    return ServiceProcess.start(
        service, folder.checkout(), ports.port(service), config, folder.newLog(service.label()));
  }

  private Map<String, String> serviceConfig() {
    return Map.ofEntries(
        entry("kafka.bootstrap.servers", "127.0.0.1:" + ports.broker()),
        // A service that was killed is missed, and replaced, soon.
        entry("kafka.session.timeout.ms", "10000"),
        entry("quarkus.datasource.jdbc.url", Postgres.jdbcUrl(ports.database())),
        entry("quarkus.datasource.username", Postgres.NAME),
        entry("quarkus.datasource.password", Postgres.NAME),
        entry("supportpulse.intake.digest-key", folder.digestKey()),
        entry("supportpulse.intake.privacy.pseudonym-keys-file", folder.pseudonymKeys().toString()),
        entry("supportpulse.intake.metrics-url", ports.uri(Service.METRICS).toString()),
        entry("supportpulse.metrics.classifier-url", ports.uri(Service.CLASSIFIER).toString()));
  }
}
