package dev.supportpulse.metrics.satisfaction;

import dev.supportpulse.events.RatingDimension;
import dev.supportpulse.metrics.figure.Figure;
import dev.supportpulse.metrics.figure.Fraction;
import dev.supportpulse.metrics.figure.Ratios;
import dev.supportpulse.metrics.figure.WeightedSum;
import dev.supportpulse.metrics.figure.Weights;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;
import java.math.BigDecimal;

/**
 * Figures of survey answers (requirements §2, design §8). They count answers, not people; an answer
 * of 4 or 5 of 5 is satisfied.
 */
public final class Ratings {

  /** Technical support, solution, response time: source 001 §4. */
  public static final Weights WEIGHTED_CSAT =
      Weights.of("technicalSupport", "0.5", "solution", "0.3", "responseTime", "0.2");

  /** Service quality, solution effectiveness, need fulfilment: source 000 §4. */
  public static final Weights WEIGHTED_SATISFACTION =
      Weights.of("serviceQuality", "0.5", "solutionEffectiveness", "0.3", "needFulfilment", "0.2");

  private Ratings() {}

  /** CSAT = satisfied / answers on {@code overall}, in [0, 1]. */
  public static Figure csat(Tally tally) {
    return Ratios.of(rating(tally, RatingDimension.OVERALL.wireName()));
  }

  /**
   * Σ ωᵢ·satᵢ in [0, 1], satᵢ being the share of satisfied answers on dimension i; absent if a
   * dimension has no answers, naming it.
   */
  public static Figure weighted(Tally tally, Weights weights) {
    WeightedSum sum = new WeightedSum();
    for (String dimension : weights.names()) {
      Amount answers = rating(tally, dimension);
      BigDecimal weight = weights.of(dimension);
      if (answers.n() == 0) {
        sum.without(dimension, weight);
      } else {
        Fraction share = Fraction.of(answers.sum()).over(Fraction.of(answers.n()));
        sum.plus(dimension, weight, share, answers.n());
      }
    }
    return sum.figure();
  }

  /** Customer effort score: the mean of the answers, 1 to 7. */
  public static Figure ces(Tally tally) {
    return Ratios.of(rating(tally, RatingDimension.EFFORT.wireName()));
  }

  /** Net promoter score: 100 · (promoters − detractors) / answers, −100 to 100. */
  public static Figure nps(Tally tally) {
    return Ratios.scaled(rating(tally, RatingDimension.RECOMMEND.wireName()), 100);
  }

  private static Amount rating(Tally tally, String dimension) {
    return tally.get(Measure.RATING.of(dimension));
  }
}
