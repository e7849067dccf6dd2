package dev.supportpulse.metrics.satisfaction;

import dev.supportpulse.metrics.figure.Figure;
import dev.supportpulse.metrics.figure.Ratios;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;

/**
 * S = (positive − negative) / total in [−1, 1]; neutral counts in the total (requirements §2,
 * source 000 §4).
 */
public final class NetSatisfaction {

  private NetSatisfaction() {}

  /** Over all feedbacks with a sentiment, the user's own or the classifier's. */
  public static Figure of(Tally tally) {
    return Ratios.of(tally.total(Measure.SENTIMENT));
  }
}
