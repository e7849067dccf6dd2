package dev.supportpulse.metrics.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the consumer has its partitions and the database takes its batches; alive until it
 * gives up.
 */
@ApplicationScoped
public class ConsumerHealth {

  private static final String NAME = "topic consumer";

  private final ConsumerStatus status;

  ConsumerHealth(ConsumerStatus status) {
    this.status = status;
  }

  @Produces
  @Readiness
  HealthCheck ready() {
    return () -> check(status.state() == ConsumerStatus.State.ASSIGNED);
  }

  @Produces
  @Liveness
  HealthCheck alive() {
    return () -> check(status.state() != ConsumerStatus.State.FAILED);
  }

  private HealthCheckResponse check(boolean up) {
    return HealthCheckResponse.named(NAME)
        .status(up)
        .withData("state", status.state().name())
        .build();
  }
}
