package dev.supportpulse.classifier.background;

import dev.supportpulse.classifier.mode.RuleBooks;
import dev.supportpulse.classifier.modefile.RuleFolder;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells which rules are in force and which are refused; up all the same, because there always are
 * some in force.
 */
@Readiness
@ApplicationScoped
public class RuleReadiness implements HealthCheck {

  private final RuleBooks books;
  private final RuleFolder folder;

  RuleReadiness(RuleBooks books, RuleFolder folder) {
    this.books = books;
    this.folder = folder;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("mode rules")
        .up()
        .withData("default", books.of(null).sets().get(0).version())
        .withData("refused", String.join("; ", folder.refused().values()))
        .build();
  }
}
