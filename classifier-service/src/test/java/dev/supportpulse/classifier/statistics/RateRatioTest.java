package dev.supportpulse.classifier.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RateRatioTest {

  /** Without events before, the share's bound is the n-th root of the error: Beta(n, 1). */
  @Test
  void theBoundIsTheClosedFormWhereThereIsOne() {
    double share = Math.pow(0.001, 1.0 / 5);

    assertThat(RateRatio.of(5, 0, 4, 0.999).lowerBound())
        .isCloseTo(share / (1 - share) * 4, within(1e-9));
  }

  @Test
  void fewDataDoNotLookRising() {
    assertThat(RateRatio.of(4, 0, 4, 0.999).isRising()).isFalse();
    assertThat(RateRatio.of(5, 0, 4, 0.999).isRising()).isTrue();
    assertThat(RateRatio.of(100, 400, 4, 0.999).isRising()).isFalse();
    assertThat(RateRatio.of(200, 400, 4, 0.999).isRising()).isTrue();
  }

  @Test
  void whatNoLongerHappensDoesNotRise() {
    assertThat(RateRatio.of(0, 10, 4, 0.999)).isEqualTo(new RateRatio(0, 0));
  }

  /** The chance of what was seen, were the ratio at its bound, is the error allowed. */
  @Property(tries = 200)
  void atTheBoundWhatWasSeenIsAsUnlikelyAsAllowed(
      @ForAll @IntRange(min = 1, max = 40) int recent,
      @ForAll @IntRange(max = 40) int before,
      @ForAll @DoubleRange(min = 1, max = 10) double spans) {
    RateRatio ratio = RateRatio.of(recent, before, spans, 0.99);
    double share = ratio.lowerBound() / (ratio.lowerBound() + spans);

    assertThat(atLeast(recent, recent + before, share)).isCloseTo(0.01, within(1e-6));
    assertThat(ratio.lowerBound()).isLessThan(ratio.estimate());
  }

  @Test
  void refusesWhatIsOutOfRange() {
    assertThatThrownBy(() -> RateRatio.of(1, 1, 0, 0.9)).hasMessageContaining("out of range");
    assertThatThrownBy(() -> RateRatio.of(1, 1, 1, 1)).hasMessageContaining("out of range");
  }

  /** P(X ≥ k) of a binomial, summed by hand. */
  private static double atLeast(int k, int n, double p) {
    double sum = 0;
    for (int i = k; i <= n; i++) {
      double logarithm = i * Math.log(p) + (n - i) * Math.log1p(-p);
      for (int j = 1; j <= i; j++) {
        logarithm += Math.log((double) (n - i + j) / j);
      }
      sum += Math.exp(logarithm);
    }
    return sum;
  }
}
