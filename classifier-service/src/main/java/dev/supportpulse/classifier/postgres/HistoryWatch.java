package dev.supportpulse.classifier.postgres;

import dev.supportpulse.classifier.background.Repeating;
import dev.supportpulse.classifier.config.ModeConfig;
import dev.supportpulse.classifier.mode.Histories;
import dev.supportpulse.classifier.mode.NeedStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/** Reads what past cases tell now and then; without the database what was read last stays. */
@ApplicationScoped
public class HistoryWatch {

  private final NeedStore needs;
  private final Histories histories;
  private final ModeConfig config;
  private final Clock clock;
  private final Repeating looking;

  HistoryWatch(NeedStore needs, Histories histories, ModeConfig config, Clock clock) {
    this.needs = needs;
    this.histories = histories;
    this.config = config;
    this.clock = clock;
    this.looking = new Repeating("history-watch", config.historyEvery(), this::look);
  }

  void begin(@Observes StartupEvent event) {
    looking.start();
  }

  void stop(@Observes ShutdownEvent event) {
    looking.close();
  }

  private void look() {
    histories.use(needs.histories(clock.instant().minus(config.retention())));
  }
}
