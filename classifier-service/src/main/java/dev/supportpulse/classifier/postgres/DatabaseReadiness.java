package dev.supportpulse.classifier.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells whether the database is there; up all the same, because texts are classified without it.
 */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {

  private final DatabaseWatch watch;

  DatabaseReadiness(DatabaseWatch watch) {
    this.watch = watch;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("database")
        .up()
        .withData("reachable", watch.isThere())
        .withData("without it", "texts are classified; corrections and promotions answer 503")
        .build();
  }
}
