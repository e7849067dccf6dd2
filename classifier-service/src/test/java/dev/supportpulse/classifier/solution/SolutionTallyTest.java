package dev.supportpulse.classifier.solution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.classifier.statistics.SuccessRate;
import org.junit.jupiter.api.Test;

class SolutionTallyTest {

  @Test
  void aReopenedCaseIsNoSuccess() {
    SolutionTally tally = new SolutionTally("install", 20, 12, 7, 2, 1, 5);

    assertThat(tally.trials()).isEqualTo(10);
    assertThat(tally.effectiveness(0.95)).isEqualTo(SuccessRate.of(7, 3, 0.95));
  }

  @Test
  void whatWasNeverTriedIsUncertain() {
    SuccessRate rate = new SolutionTally("install", 20, 0, 0, 0, 0, 0).effectiveness(0.95);

    assertThat(rate.lower()).isLessThan(0.03);
    assertThat(rate.upper()).isGreaterThan(0.97);
  }
}
