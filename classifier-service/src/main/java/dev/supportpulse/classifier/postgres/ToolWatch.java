package dev.supportpulse.classifier.postgres;

import dev.supportpulse.classifier.background.Repeating;
import dev.supportpulse.classifier.config.ToolCatalogueConfig;
import dev.supportpulse.classifier.tool.ProvenTools;
import dev.supportpulse.classifier.tool.ToolStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;

/** Reads how tools did now and then; without the database what was read last stays. */
@ApplicationScoped
public class ToolWatch {

  private final ToolStore store;
  private final ProvenTools proven;
  private final ToolCatalogueConfig config;
  private final Clock clock;
  private final Repeating looking;

  ToolWatch(ToolStore store, ProvenTools proven, ToolCatalogueConfig config, Clock clock) {
    this.store = store;
    this.proven = proven;
    this.config = config;
    this.clock = clock;
    this.looking = new Repeating("tool-watch", config.judgeEvery(), this::look);
  }

  void begin(@Observes StartupEvent event) {
    looking.start();
  }

  void stop(@Observes ShutdownEvent event) {
    looking.close();
  }

  private void look() {
    Instant now = clock.instant();
    proven.use(store.tallies(now.minus(config.defaultWindow()), now));
  }
}
