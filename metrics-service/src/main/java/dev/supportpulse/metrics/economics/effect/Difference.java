package dev.supportpulse.metrics.economics.effect;

import java.util.Optional;

/**
 * What lies between two times.
 *
 * @param before the value of the first time
 * @param after the value of the second
 * @param value after − before, or after / before − 1
 * @param low of the interval for the value
 * @param high of the same
 */
public record Difference(double before, double after, double value, double low, double high) {

  /** Whether the interval leaves no difference out: only then is an effect claimed. */
  public boolean isClear() {
    return low > 0 || high < 0;
  }

  /**
   * The difference between two shares, by Newcombe's hybrid of two Wilson intervals: right for few
   * observations and near 0 and 1 as well.
   *
   * <p>Source: R. G. Newcombe, "Interval estimation for the difference between independent
   * proportions", Statistics in Medicine 17, 1998, method 10.
   *
   * @return empty if one of the times has no observation
   */
  public static Optional<Difference> ofShares(
      double hitsBefore, long before, double hitsAfter, long after, Confidence confidence) {
    if (before <= 0 || after <= 0) {
      return Optional.empty();
    }
    Wilson first = Wilson.of(hitsBefore, before, confidence.z());
    Wilson second = Wilson.of(hitsAfter, after, confidence.z());
    double difference = second.share() - first.share();
    return Optional.of(
        new Difference(
            first.share(),
            second.share(),
            difference,
            difference - Math.hypot(second.share() - second.low(), first.high() - first.share()),
            difference + Math.hypot(second.high() - second.share(), first.share() - first.low())));
  }

  /**
   * The difference between two means of unlike variance, by Welch's t interval.
   *
   * <p>Source: B. L. Welch, "The generalization of 'Student's' problem when several different
   * population variances are involved", Biometrika 34, 1947.
   *
   * @return empty if one of the times has fewer than three observations
   */
  public static Optional<Difference> ofMeans(Sample before, Sample after, Confidence confidence) {
    if (before.n() < Sample.FEWEST || after.n() < Sample.FEWEST) {
      return Optional.empty();
    }
    double first = before.variance() / before.n();
    double second = after.variance() / after.n();
    double error = first + second;
    double degrees =
        error == 0
            ? 1
            : error
                * error
                / (first * first / (before.n() - 1) + second * second / (after.n() - 1));
    double margin = error == 0 ? 0 : confidence.t(degrees) * Math.sqrt(error);
    double difference = after.mean() - before.mean();
    return Optional.of(
        new Difference(
            before.mean(), after.mean(), difference, difference - margin, difference + margin));
  }

  /** A share with Wilson's score interval. */
  private record Wilson(double share, double low, double high) {
    static Wilson of(double hits, long n, double z) {
      double share = hits / n;
      double z2 = z * z;
      double middle = (2 * hits + z2) / (2 * (n + z2));
      double half = z / (n + z2) * Math.sqrt(hits * (n - hits) / n + z2 / 4);
      return new Wilson(share, Math.max(0, middle - half), Math.min(1, middle + half));
    }
  }
}
