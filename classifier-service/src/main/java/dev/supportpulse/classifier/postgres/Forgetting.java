package dev.supportpulse.classifier.postgres;

import dev.supportpulse.classifier.background.Repeating;
import dev.supportpulse.classifier.config.ModeConfig;
import dev.supportpulse.classifier.config.ObservationConfig;
import dev.supportpulse.classifier.config.SolutionConfig;
import dev.supportpulse.classifier.config.ToolCatalogueConfig;
import dev.supportpulse.classifier.diagnosis.FaultStore;
import dev.supportpulse.classifier.mode.NeedStore;
import dev.supportpulse.classifier.solution.SolutionStore;
import dev.supportpulse.classifier.tool.ToolStore;
import dev.supportpulse.classifier.topics.TopicStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;

/** Forgets what was observed once it is older than it is kept, and what was erased for good. */
@ApplicationScoped
public class Forgetting {

  private final FaultStore faults;
  private final TopicStore topics;
  private final SolutionStore solutions;
  private final ToolStore tools;
  private final Erasure erasure;
  private final NeedStore needs;
  private final Jdbc jdbc;
  private final ObservationConfig config;
  private final SolutionConfig solutionConfig;
  private final ToolCatalogueConfig toolConfig;
  private final ModeConfig modeConfig;
  private final Clock clock;
  private final Repeating rounds;

  Forgetting(
      FaultStore faults,
      TopicStore topics,
      SolutionStore solutions,
      ToolStore tools,
      Erasure erasure,
      NeedStore needs,
      Jdbc jdbc,
      ObservationConfig config,
      SolutionConfig solutionConfig,
      ToolCatalogueConfig toolConfig,
      ModeConfig modeConfig,
      Clock clock) {
    this.faults = faults;
    this.topics = topics;
    this.solutions = solutions;
    this.tools = tools;
    this.erasure = erasure;
    this.needs = needs;
    this.jdbc = jdbc;
    this.config = config;
    this.solutionConfig = solutionConfig;
    this.toolConfig = toolConfig;
    this.modeConfig = modeConfig;
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
    Instant now = clock.instant();
    Instant before = now.minus(config.retention());
    // First: whose a correction is shows as long as its event's row is there.
    erasure.sweep(before);
    faults.forget(before);
    topics.forget(before);
    solutions.forget(now.minus(solutionConfig.retention()));
    tools.forget(now.minus(toolConfig.retention()));
    needs.forget(now.minus(modeConfig.retention()));
    jdbc.run(connection -> Voids.forget(connection, before));
  }
}
