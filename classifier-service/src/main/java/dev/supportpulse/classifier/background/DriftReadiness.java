package dev.supportpulse.classifier.background;

import dev.supportpulse.classifier.drift.Drift;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Tells whether texts drift; up all the same, because that is for humans to judge. */
@Readiness
@ApplicationScoped
public class DriftReadiness implements HealthCheck {

  private final StreamWatch watch;

  DriftReadiness(StreamWatch watch) {
    this.watch = watch;
  }

  @Override
  public HealthCheckResponse call() {
    Drift drift = watch.drift();
    HealthCheckResponseBuilder told =
        HealthCheckResponse.named("drift").up().withData("texts", drift.texts());
    tell(told, "training", drift.training());
    tell(told, "start", drift.start());
    return told.build();
  }

  private static void tell(HealthCheckResponseBuilder told, String from, Drift.Shift shift) {
    told.withData(from + ".state", shift.state().name())
        .withData(from + ".mix", Double.toString(shift.mix()))
        .withData(from + ".features", Double.toString(shift.features()));
  }
}
