package dev.supportpulse.classifier.mode;

import dev.supportpulse.events.Complexity;
import java.time.Duration;

/**
 * What the effort of past cases says about the complexity of one like them.
 *
 * @param enough so many cases must have told their effort, at least 1; with fewer it says nothing
 * @param mediumFrom MEDIUM from this median on, else LOW
 * @param highFrom HIGH from this median on, longer than {@code mediumFrom}
 */
public record EffortScale(int enough, Duration mediumFrom, Duration highFrom) {

  public EffortScale {
    if (enough < 1 || mediumFrom.compareTo(highFrom) >= 0) {
      throw new IllegalArgumentException("a scale rises, and rests on a case at least");
    }
  }

  boolean trusts(long cases) {
    return cases >= enough;
  }

  Complexity of(Duration median) {
    if (median.compareTo(highFrom) >= 0) {
      return Complexity.HIGH;
    }
    return median.compareTo(mediumFrom) >= 0 ? Complexity.MEDIUM : Complexity.LOW;
  }
}
