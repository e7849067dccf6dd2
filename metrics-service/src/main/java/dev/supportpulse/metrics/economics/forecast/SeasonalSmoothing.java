package dev.supportpulse.metrics.economics.forecast;

import java.util.Arrays;

/**
 * Simple exponential smoothing with a profile of the week: each day is a level, plus what its
 * weekday differs from it. The level moves by α of what the last day was off; α is the one that
 * would have foretold the past days best, one day ahead, by squared error.
 *
 * <p>Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd edition, §8.1,
 * and §3.4 for the profile (classical additive decomposition).
 */
final class SeasonalSmoothing {

  /** Days of a week. */
  static final int SEASON = 7;

  private static final double[] ALPHAS = {0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5};

  private final double[] profile;
  private final int days;
  private final double level;

  private SeasonalSmoothing(double[] profile, int days, double level) {
    this.profile = profile;
    this.days = days;
    this.level = level;
  }

  /**
   * Learns from the days so far.
   *
   * @param values the first {@code days} are read: at least two weeks
   */
  static SeasonalSmoothing of(double[] values, int days) {
    double[] profile = profile(values, days);
    double bestError = Double.POSITIVE_INFINITY;
    double bestLevel = 0;
    for (double alpha : ALPHAS) {
      double level = Arrays.stream(values, 0, SEASON).average().orElse(0);
      double error = 0;
      for (int day = SEASON; day < days; day++) {
        double off = values[day] - profile[day % SEASON] - level;
        error += off * off;
        level += alpha * off;
      }
      if (error < bestError) {
        bestError = error;
        bestLevel = level;
      }
    }
    return new SeasonalSmoothing(profile, days, bestLevel);
  }

  /** The value of the day that comes {@code ahead} days after the last; 1 is the next. */
  double ahead(int ahead) {
    return level + profile[(days - 1 + ahead) % SEASON];
  }

  /** Mean distance of each weekday from the mean of the week around it; sums to 0. */
  private static double[] profile(double[] values, int days) {
    double[] sums = new double[SEASON];
    int[] counts = new int[SEASON];
    int half = SEASON / 2;
    for (int day = half; day < days - half; day++) {
      double week = Arrays.stream(values, day - half, day + half + 1).average().orElse(0);
      sums[day % SEASON] += values[day] - week;
      counts[day % SEASON]++;
    }
    double[] profile = new double[SEASON];
    for (int day = 0; day < SEASON; day++) {
      profile[day] = counts[day] == 0 ? 0 : sums[day] / counts[day];
    }
    double mean = Arrays.stream(profile).average().orElse(0);
    return Arrays.stream(profile).map(distance -> distance - mean).toArray();
  }
}
