package dev.supportpulse.metrics.economics.effect;

/**
 * Observations, as far as an interval needs them.
 *
 * @param n how many
 * @param variance of one, unbiased; at least 0
 */
public record Sample(double n, double mean, double variance) {

  /** Fewer say nothing about their variance. */
  static final int FEWEST = 3;

  /** No observation. */
  public static final Sample NONE = new Sample(0, 0, 0);

  /** From sums. */
  public static Sample of(double n, double sum, double sumOfSquares) {
    if (n == 0) {
      return NONE;
    }
    double mean = sum / n;
    double variance = n < 2 ? 0 : Math.max(0, sumOfSquares - n * mean * mean) / (n - 1);
    return new Sample(n, mean, variance);
  }

  /** From values. */
  public static Sample of(double[] values) {
    double sum = 0;
    double squares = 0;
    for (double value : values) {
      sum += value;
      squares += value * value;
    }
    return of(values.length, sum, squares);
  }
}
