package dev.supportpulse.metrics.efficiency;

import dev.supportpulse.metrics.figure.Figure;
import dev.supportpulse.metrics.figure.Fraction;
import dev.supportpulse.metrics.figure.Reason;
import dev.supportpulse.metrics.figure.WeightedSum;
import dev.supportpulse.metrics.figure.Weights;
import dev.supportpulse.metrics.satisfaction.Ratings;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;

/**
 * ω₁·resolve rate + ω₂·(1 / mean first response in days) + ω₃·weighted CSAT (requirements §2,
 * source 001 §4). The speed term is unbounded, as in the source.
 */
public final class CompositeEfficiency {

  private static final String RESOLVE_RATE = "resolveRate";
  private static final String RESPONSE_SPEED = "responseSpeed";
  private static final String CSAT = "csat";

  /** Resolve rate, response speed, CSAT: source 001 §4. */
  public static final Weights DEFAULT_WEIGHTS =
      Weights.of(RESOLVE_RATE, "0.6", RESPONSE_SPEED, "0.3", CSAT, "0.1");

  private static final Fraction SECONDS_PER_DAY = Fraction.of(86_400);

  private CompositeEfficiency() {}

  /** Its n is the number of cases; absent if a part is, naming it. */
  public static Figure of(Tally tally, Weights weights, Weights csatWeights) {
    Amount cases = tally.total(Measure.CASES);
    if (cases.n() == 0) {
      return Figure.absent(Reason.NO_DATA);
    }
    WeightedSum sum = new WeightedSum();
    sum.plus(
        RESOLVE_RATE,
        weights.of(RESOLVE_RATE),
        Fraction.of(cases.sum()).over(Fraction.of(cases.n())),
        cases.n());
    Amount responses = tally.total(Measure.FIRST_RESPONSE);
    if (responses.n() == 0 || responses.sum().signum() == 0) {
      sum.without(RESPONSE_SPEED, weights.of(RESPONSE_SPEED));
    } else {
      sum.plus(
          RESPONSE_SPEED,
          weights.of(RESPONSE_SPEED),
          SECONDS_PER_DAY.times(Fraction.of(responses.n())).over(Fraction.of(responses.sum())),
          responses.n());
    }
    if (Ratings.weighted(tally, csatWeights) instanceof Figure.Weighted csat) {
      sum.plus(CSAT, weights.of(CSAT), csat.value(), csat.n());
    } else {
      sum.without(CSAT, weights.of(CSAT));
    }
    return sum.figure(cases.n());
  }
}
