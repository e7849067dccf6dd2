package dev.supportpulse.metrics.economics.forecast;

import java.util.List;
import java.util.OptionalInt;

/**
 * What the days after the last bring.
 *
 * @param daily one for each day, the next first
 * @param sums what the days from the next up to each bring together, the next first
 */
public record Forecast(List<Interval> daily, List<Interval> sums) {

  public Forecast {
    daily = List.copyOf(daily);
    sums = List.copyOf(sums);
  }

  /**
   * A value, and where the truth lies with the asked probability.
   *
   * @param low at most {@code value}
   * @param high at least {@code value}
   */
  public record Interval(double value, double low, double high) {}

  /**
   * When a sum of that is reached.
   *
   * @param expected days ahead; empty if not within the forecast
   * @param earliest likewise, if it goes as high as the interval
   * @param latest likewise, if it stays as low as the interval
   */
  public record Reached(OptionalInt expected, OptionalInt earliest, OptionalInt latest) {}

  /**
   * When the sum from the next day on reaches an amount; after 0 days if the amount isn't positive.
   */
  public Reached reaches(double amount) {
    return new Reached(
        first(amount, sums.stream().mapToDouble(Interval::value).toArray()),
        first(amount, sums.stream().mapToDouble(Interval::high).toArray()),
        first(amount, sums.stream().mapToDouble(Interval::low).toArray()));
  }

  private static OptionalInt first(double amount, double[] sums) {
    if (amount <= 0) {
      return OptionalInt.of(0);
    }
    for (int day = 0; day < sums.length; day++) {
      if (sums[day] >= amount) {
        return OptionalInt.of(day + 1);
      }
    }
    return OptionalInt.empty();
  }
}
