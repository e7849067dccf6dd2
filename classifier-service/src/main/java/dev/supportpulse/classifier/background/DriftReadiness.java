package dev.supportpulse.classifier.background;

import dev.supportpulse.classifier.drift.Drift;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
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
    return HealthCheckResponse.named("drift")
        .up()
        .withData("state", drift.state().name())
        .withData("texts", drift.texts())
        .withData("mix", Double.toString(drift.mix()))
        .withData("features", Double.toString(drift.features()))
        .build();
  }
}
