package dev.supportpulse.metrics.economics.estimate;

import java.util.List;

/**
 * A mean for each of several cells that borrows from the mean of all where a cell has seen little:
 *
 * <pre>
 * estimate = (n · mean of the cell + κ · mean of all) / (n + κ),   κ = σ² / τ²
 * </pre>
 *
 * <p>σ² is the variance of one observation within a cell, τ² that of the cells' true means,
 * estimated by moments: τ² = (Σ n(mean − mean of all)² − (cells − 1)·σ²) / (N − Σ n² / N). Without
 * any sign that cells differ (τ² ≤ 0) every cell is estimated as the mean of all.
 *
 * <p>Source: Bühlmann and Straub, "Glaubwürdigkeit für Schadensätze", 1970: the best linear
 * empirical Bayes estimate.
 *
 * @param mean of all observations; 0 if there are none
 * @param kappa how many observations the mean of all is worth; may be infinite
 */
public record Credibility(double mean, double kappa) {

  /**
   * What was observed in a cell.
   *
   * @param n how many observations, at least 0
   * @param sum of their values
   */
  public record Observed(double n, double sum) {}

  /**
   * What the cells say about each other.
   *
   * @param variance σ², of one observation within a cell
   */
  public static Credibility of(List<Observed> cells, double variance) {
    double n = 0;
    double sum = 0;
    double squares = 0;
    int observed = 0;
    for (Observed cell : cells) {
      n += cell.n();
      sum += cell.sum();
      squares += cell.n() * cell.n();
      observed += cell.n() > 0 ? 1 : 0;
    }
    if (n == 0) {
      return new Credibility(0, Double.POSITIVE_INFINITY);
    }
    double mean = sum / n;
    double between = 0;
    for (Observed cell : cells) {
      if (cell.n() > 0) {
        double distance = cell.sum() / cell.n() - mean;
        between += cell.n() * distance * distance;
      }
    }
    double tau =
        n - squares / n <= 0 ? 0 : (between - (observed - 1) * variance) / (n - squares / n);
    return new Credibility(mean, tau <= 0 ? Double.POSITIVE_INFINITY : variance / tau);
  }

  /** The estimate for a cell; the mean of all for one that has seen nothing. */
  public double of(Observed cell) {
    if (cell.n() == 0 || Double.isInfinite(kappa)) {
      return mean;
    }
    return (cell.sum() + kappa * mean) / (cell.n() + kappa);
  }
}
