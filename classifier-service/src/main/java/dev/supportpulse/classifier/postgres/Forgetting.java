package dev.supportpulse.classifier.postgres;

import dev.supportpulse.classifier.background.Repeating;
import dev.supportpulse.classifier.config.ObservationConfig;
import dev.supportpulse.classifier.diagnosis.FaultStore;
import dev.supportpulse.classifier.topics.TopicStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;

/** Forgets what was observed once it is older than it is kept. */
@ApplicationScoped
public class Forgetting {

  private final FaultStore faults;
  private final TopicStore topics;
  private final Jdbc jdbc;
  private final ObservationConfig config;
  private final Clock clock;
  private final Repeating rounds;

  Forgetting(
      FaultStore faults, TopicStore topics, Jdbc jdbc, ObservationConfig config, Clock clock) {
    this.faults = faults;
    this.topics = topics;
    this.jdbc = jdbc;
    this.config = config;
    this.clock = clock;
    this.rounds = new Repeating("forgetting", config.forgetEvery(), this::forget);
  }

  void begin(@Observes StartupEvent event) {
    rounds.start();
  }

  void stop(@Observes ShutdownEvent event) {
    rounds.close();
  }

  private void forget() {
    Instant before = clock.instant().minus(config.retention());
    faults.forget(before);
    topics.forget(before);
    jdbc.run(connection -> Voids.forget(connection, before));
  }
}
