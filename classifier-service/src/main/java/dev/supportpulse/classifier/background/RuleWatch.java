package dev.supportpulse.classifier.background;

import dev.supportpulse.classifier.config.ModeConfig;
import dev.supportpulse.classifier.modefile.RuleFolder;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Looks at the folder of rule sets now and then, and counts those that are refused. */
@ApplicationScoped
public class RuleWatch {

  private final Repeating looking;
  private final MeterRegistry meters;
  private final Gauge refused;

  RuleWatch(RuleFolder folder, ModeConfig config, MeterRegistry meters) {
    this.looking = new Repeating("rule-watch", config.reloadEvery(), folder::look);
    this.meters = meters;
    this.refused =
        Gauge.builder("supportpulse.classifier.mode.rules.refused", () -> folder.refused().size())
            .description("Files of mode rules that are wrong; what they said before is in force")
            .register(meters);
  }

  void begin(@Observes StartupEvent event) {
    looking.start();
  }

  /** The registry may outlive the service, and would go on asking its folder. */
  void stop(@Observes ShutdownEvent event) {
    looking.close();
    meters.remove(refused);
  }
}
