package dev.supportpulse.metrics.economics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DifferenceTest {

  /** Newcombe 1998, table II, example (a), method 10: 56/70 − 48/80 = 0.2 (0.0524 to 0.3339). */
  @Test
  void sharesByTheExampleOfTheSource() {
    Difference difference = Difference.ofShares(48, 80, 56, 70, Confidence.P95).orElseThrow();

    assertThat(difference.value()).isEqualTo(0.2, within(1e-12));
    assertThat(difference.low()).isEqualTo(0.0524, within(5e-5));
    assertThat(difference.high()).isEqualTo(0.3339, within(5e-5));
    assertThat(difference.isClear()).isTrue();
  }

  @Test
  void fewObservationsClaimNothing() {
    assertThat(Difference.ofShares(0, 10, 1, 10, Confidence.P95).orElseThrow().isClear()).isFalse();
    assertThat(Difference.ofShares(0, 0, 1, 10, Confidence.P95)).isEmpty();
  }

  @Test
  void quantilesAreThoseOfTheTables() {
    assertThat(Confidence.P95.t(4)).isEqualTo(2.776, within(0.014));
    assertThat(Confidence.P95.t(10)).isEqualTo(2.2281, within(1e-3));
    assertThat(Confidence.P99.t(10)).isEqualTo(3.1693, within(3e-3));
    assertThat(Confidence.P90.t(30)).isEqualTo(1.6973, within(1e-3));
    assertThat(Confidence.P95.t(1e9)).isEqualTo(1.96, within(1e-4));
  }

  /** Equal variances 2.5 of n = 5: error 1, degrees 8, t = 2.306. */
  @Test
  void meansByHand() {
    Sample before = Sample.of(new double[] {1, 2, 3, 4, 5});
    Sample after = Sample.of(new double[] {3, 4, 5, 6, 7});
    Difference difference = Difference.ofMeans(before, after, Confidence.P95).orElseThrow();

    assertThat(difference.value()).isEqualTo(2, within(1e-12));
    assertThat(difference.low()).isEqualTo(2 - 2.306, within(2e-3));
    assertThat(difference.high()).isEqualTo(2 + 2.306, within(2e-3));
    assertThat(difference.isClear()).isFalse();
  }

  @Test
  void twoDaysAreNoSample() {
    assertThat(
            Difference.ofMeans(
                Sample.of(new double[] {1, 2}), Sample.of(new double[] {5, 6, 7}), Confidence.P95))
        .isEmpty();
  }

  /** Where nothing changed, an effect is claimed about as often as the confidence allows. */
  @Test
  void noiseIsSeldomTakenForAnEffect() {
    Random random = new Random(11);
    int claimedOfShares = 0;
    int claimedOfMeans = 0;
    int rounds = 2000;
    for (int round = 0; round < rounds; round++) {
      int before = 0;
      int after = 0;
      double[] first = new double[12];
      double[] second = new double[20];
      for (int i = 0; i < 60; i++) {
        before += random.nextDouble() < 0.7 ? 1 : 0;
        after += random.nextDouble() < 0.7 ? 1 : 0;
      }
      for (int i = 0; i < first.length; i++) {
        first[i] = random.nextGaussian();
      }
      for (int i = 0; i < second.length; i++) {
        second[i] = 3 * random.nextGaussian();
      }
      if (Difference.ofShares(before, 60, after, 60, Confidence.P95).orElseThrow().isClear()) {
        claimedOfShares++;
      }
      if (Difference.ofMeans(Sample.of(first), Sample.of(second), Confidence.P95)
          .orElseThrow()
          .isClear()) {
        claimedOfMeans++;
      }
    }
    assertThat((double) claimedOfShares / rounds).isBetween(0.02, 0.065);
    assertThat((double) claimedOfMeans / rounds).isBetween(0.03, 0.07);
  }
}
