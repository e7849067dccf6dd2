package dev.supportpulse.classifier.mode;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * Who supports a project.
 *
 * @param people at least 1
 * @param hoursPerWeek that each of them works on cases, above 0
 */
public record Team(int people, BigDecimal hoursPerWeek) {

  private static final double HOUR_SECONDS = Duration.ofHours(1).toSeconds();

  /** How many weeks the team needs for that much work. */
  double weeks(long cases, Duration each) {
    return cases * (each.toSeconds() / HOUR_SECONDS) / (people * hoursPerWeek.doubleValue());
  }
}
