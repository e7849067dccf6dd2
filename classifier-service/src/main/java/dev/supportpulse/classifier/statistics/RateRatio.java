package dev.supportpulse.classifier.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * How many times as often something happens now as it did before, for events that come by chance
 * (Poisson). Given their sum, the recent ones of two such counts are binomial, so the exact bound
 * of Clopper and Pearson (1934) on that share is one on the ratio of the rates (Przyborowski and
 * Wilenski, 1940).
 *
 * @param estimate (recent / span) / (before / span); infinite if there were none before
 * @param lowerBound the ratio is at least this with the confidence asked for; 0 without recent ones
 */
public record RateRatio(double estimate, double lowerBound) {

  /**
   * Compares two counts.
   *
   * @param recent events of the recent span, not negative
   * @param before events of the span before it, not negative
   * @param spans length of the span before / length of the recent one, positive
   * @param confidence one-sided, in (0, 1)
   */
  public static RateRatio of(long recent, long before, double spans, double confidence) {
    if (recent < 0 || before < 0 || !(spans > 0) || !(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("counts, spans and confidence out of range");
    }
    if (recent == 0) {
      return new RateRatio(0, 0);
    }
    double share =
        BetaDistribution.of((double) recent, before + 1.0)
            .inverseCumulativeProbability(1 - confidence);
    double estimate = before == 0 ? Double.POSITIVE_INFINITY : recent * spans / before;
    return new RateRatio(estimate, share / (1 - share) * spans);
  }

  /** Whether it happens more often than before, beyond chance. */
  public boolean isRising() {
    return lowerBound > 1;
  }
}
