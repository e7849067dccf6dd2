package dev.supportpulse.metrics.economics.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.supportpulse.metrics.economics.estimate.Credibility.Observed;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CredibilityTest {

  /**
   * Two cells of 10 with means 0.2 and 0.8: mean 0.5, σ² = 0.25, Σ n·distance² = 1.8, so τ² = (1.8
   * − 0.25) / (20 − 200/20) = 0.155 and κ = 0.25 / 0.155.
   */
  @Test
  void twoCellsByHand() {
    Credibility credibility =
        Credibility.of(List.of(new Observed(10, 2), new Observed(10, 8)), 0.25);

    assertThat(credibility.mean()).isEqualTo(0.5, within(1e-12));
    assertThat(credibility.kappa()).isEqualTo(0.25 / 0.155, within(1e-12));
    assertThat(credibility.of(new Observed(10, 2)))
        .isEqualTo((2 + 0.5 * 0.25 / 0.155) / (10 + 0.25 / 0.155), within(1e-12));
  }

  @Test
  void cellsThatDontDifferAreAllTheMean() {
    Credibility credibility =
        Credibility.of(List.of(new Observed(10, 5), new Observed(100, 50)), 0.25);

    assertThat(credibility.of(new Observed(2, 2))).isEqualTo(0.5);
  }

  @Test
  void aCellThatSawNothingIsTheMean() {
    Credibility credibility =
        Credibility.of(List.of(new Observed(10, 2), new Observed(10, 8)), 0.25);

    assertThat(credibility.of(new Observed(0, 0))).isEqualTo(0.5);
    assertThat(Credibility.of(List.of(), 0.25).of(new Observed(0, 0))).isZero();
  }

  /** What shrinkage is for: a smaller error over many thin cells than the cells' own means have. */
  @Test
  void thinCellsAreEstimatedBetterThanByTheirOwnMeans() {
    Random random = new Random(7);
    double own = 0;
    double shrunk = 0;
    for (int round = 0; round < 200; round++) {
      List<Double> truths = new ArrayList<>();
      List<Observed> cells = new ArrayList<>();
      for (int cell = 0; cell < 20; cell++) {
        double truth = 0.5 + 0.1 * random.nextGaussian();
        int n = 3 + random.nextInt(12);
        int hits = 0;
        for (int i = 0; i < n; i++) {
          hits += random.nextDouble() < truth ? 1 : 0;
        }
        truths.add(truth);
        cells.add(new Observed(n, hits));
      }
      Credibility credibility = Credibility.of(cells, 0.25);
      for (int cell = 0; cell < cells.size(); cell++) {
        Observed seen = cells.get(cell);
        own += Math.pow(seen.sum() / seen.n() - truths.get(cell), 2);
        shrunk += Math.pow(credibility.of(seen) - truths.get(cell), 2);
      }
    }

    assertThat(shrunk).isLessThan(0.6 * own);
  }
}
