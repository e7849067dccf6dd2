package dev.supportpulse.classifier.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * How often something succeeds, as far as trials tell: the posterior of a binomial rate under a
 * uniform prior, Beta(1 + successes, 1 + failures). All three in (0, 1).
 *
 * @param mean expected rate
 * @param lower the rate is below with probability (1 − level) / 2
 * @param upper the rate is above with probability (1 − level) / 2
 */
public record SuccessRate(double mean, double lower, double upper) {

  /**
   * The rate after so many trials.
   *
   * @param successes not negative; parts of a success count, too
   * @param failures not negative
   * @param level probability of the interval, in (0, 1)
   */
  public static SuccessRate of(double successes, double failures, double level) {
    if (!(successes >= 0) || !(failures >= 0) || !(level > 0 && level < 1)) {
      throw new IllegalArgumentException("successes, failures and level out of range");
    }
    BetaDistribution posterior = BetaDistribution.of(1 + successes, 1 + failures);
    return new SuccessRate(
        posterior.getMean(),
        posterior.inverseCumulativeProbability((1 - level) / 2),
        posterior.inverseCumulativeProbability((1 + level) / 2));
  }
}
