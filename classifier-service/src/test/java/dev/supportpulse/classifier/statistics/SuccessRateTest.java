package dev.supportpulse.classifier.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SuccessRateTest {

  @Test
  void withoutTrialsAnyRateIsPossible() {
    SuccessRate rate = SuccessRate.of(0, 0, 0.95);

    assertThat(rate.mean()).isEqualTo(0.5);
    assertThat(rate.lower()).isCloseTo(0.025, within(1e-12));
    assertThat(rate.upper()).isCloseTo(0.975, within(1e-12));
  }

  /** The quantiles of Beta(n + 1, 1) are roots. */
  @Test
  void theIntervalIsTheClosedFormWhereThereIsOne() {
    SuccessRate rate = SuccessRate.of(3, 0, 0.9);

    assertThat(rate.mean()).isCloseTo(0.8, within(1e-12));
    assertThat(rate.lower()).isCloseTo(Math.pow(0.05, 0.25), within(1e-9));
    assertThat(rate.upper()).isCloseTo(Math.pow(0.95, 0.25), within(1e-9));
  }

  @Test
  void fewSuccessesDoNotBeatMany() {
    assertThat(SuccessRate.of(2, 0, 0.95).lower()).isLessThan(SuccessRate.of(80, 20, 0.95).lower());
  }

  @Test
  void refusesNegativeCounts() {
    assertThatThrownBy(() -> SuccessRate.of(-1, 0, 0.95)).hasMessageContaining("out of range");
  }
}
