package dev.supportpulse.intake.watch;

import dev.supportpulse.intake.redrive.Census.Counts;
import dev.supportpulse.intake.redrive.Census.TopicCounts;
import dev.supportpulse.intake.redrive.State;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Tells how many letters wait and how many are parked, in {@code /q/health} and {@code
 * /q/health/well}. Always up: letters keep nobody from working, and readiness doesn't know of them.
 */
@Wellness
@ApplicationScoped
class LettersHealth implements HealthCheck {

  private final LetterWatch watch;

  LettersHealth(LetterWatch watch) {
    this.watch = watch;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("dead letters").up();
    watch
        .latest()
        .ifPresentOrElse(
            counts -> tell(response, counts), () -> response.withData("counted", "not yet"));
    return response.build();
  }

  private static void tell(HealthCheckResponseBuilder response, Counts counts) {
    response.withData("counted", counts.asOf().toString());
    for (TopicCounts topic : counts.topics()) {
      response.withData(topic.topic() + " waiting", topic.in(State.WAITING));
      response.withData(topic.topic() + " parked", topic.in(State.PARKED));
      response.withData(topic.topic() + " total", topic.total());
    }
  }
}
