package dev.supportpulse.metrics.economics.forecast;

import dev.supportpulse.metrics.economics.forecast.Forecast.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Forecasts by {@link SeasonalSmoothing}, with intervals from its own errors: what it would have
 * said on each past day about the days after it, beside what they brought. The interval is the ⌈(n
 * + 1)·coverage⌉-th smallest of the n errors.
 *
 * <p>Where fewer than {@value #FEWEST_ERRORS} errors of so far ahead are known, the last known
 * error grows in proportion to the days, which is more than it does as long as levels wander.
 *
 * <p>Source: split conformal prediction with rolling origins (Vovk, Gammerman and Shafer,
 * Algorithmic Learning in a Random World, 2005; for time series without a guarantee, which is why a
 * test looks at the coverage).
 */
public final class Forecaster {

  /** Days of history that a forecast needs. */
  public static final int FEWEST_DAYS = 56;

  private static final int FEWEST_ERRORS = 20;

  private final double[] history;
  private final double coverage;
  private final boolean negative;

  private Forecaster(double[] history, double coverage) {
    this.history = history;
    this.coverage = coverage;
    this.negative = Arrays.stream(history).anyMatch(value -> value < 0);
  }

  /**
   * The forecast.
   *
   * @param history a value for each day, the last one last; at least {@value #FEWEST_DAYS}
   * @param horizon how many days ahead
   * @param coverage how probably the truth is within an interval, in (0, 1)
   */
  public static Forecast of(double[] history, int horizon, double coverage) {
    if (history.length < FEWEST_DAYS) {
      throw new IllegalArgumentException("a forecast needs " + FEWEST_DAYS + " days");
    }
    return new Forecaster(history.clone(), coverage).forecast(horizon);
  }

  private Forecast forecast(int horizon) {
    List<List<Double>> daily = new ArrayList<>();
    List<List<Double>> sums = new ArrayList<>();
    for (int ahead = 0; ahead < horizon; ahead++) {
      daily.add(new ArrayList<>());
      sums.add(new ArrayList<>());
    }
    for (int origin = FEWEST_DAYS / 2; origin < history.length; origin++) {
      SeasonalSmoothing then = SeasonalSmoothing.of(history, origin);
      double off = 0;
      for (int ahead = 1; ahead <= horizon && origin + ahead <= history.length; ahead++) {
        double error = history[origin + ahead - 1] - value(then, ahead);
        off += error;
        daily.get(ahead - 1).add(Math.abs(error));
        sums.get(ahead - 1).add(Math.abs(off));
      }
    }
    SeasonalSmoothing now = SeasonalSmoothing.of(history, history.length);
    double[] values = new double[horizon];
    double[] totals = new double[horizon];
    double total = 0;
    for (int ahead = 1; ahead <= horizon; ahead++) {
      values[ahead - 1] = value(now, ahead);
      total += values[ahead - 1];
      totals[ahead - 1] = total;
    }
    return new Forecast(intervals(values, daily, false), intervals(totals, sums, true));
  }

  private double value(SeasonalSmoothing smoothing, int ahead) {
    double value = smoothing.ahead(ahead);
    return negative ? value : Math.max(0, value);
  }

  private List<Interval> intervals(double[] values, List<List<Double>> errors, boolean growing) {
    List<Interval> intervals = new ArrayList<>();
    double width = 0;
    int known = 0;
    for (int ahead = 1; ahead <= values.length; ahead++) {
      if (errors.get(ahead - 1).size() >= FEWEST_ERRORS) {
        known = ahead;
        double quantile = quantile(errors.get(ahead - 1));
        width = growing ? Math.max(width, quantile) : quantile;
      }
      double margin = growing && known < ahead ? width * ahead / known : width;
      double value = values[ahead - 1];
      double low = value - margin;
      intervals.add(new Interval(value, negative ? low : Math.max(0, low), value + margin));
    }
    return intervals;
  }

  private double quantile(List<Double> errors) {
    double[] sorted = errors.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int rank = (int) Math.ceil((sorted.length + 1) * coverage);
    return sorted[Math.min(rank, sorted.length) - 1];
  }
}
