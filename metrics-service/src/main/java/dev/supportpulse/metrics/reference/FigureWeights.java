package dev.supportpulse.metrics.reference;

import dev.supportpulse.metrics.efficiency.CompositeEfficiency;
import dev.supportpulse.metrics.figure.Weights;
import dev.supportpulse.metrics.satisfaction.Ratings;

/** The weights of the three weighted figures. */
public record FigureWeights(
    Weights weightedCsat, Weights weightedSatisfaction, Weights compositeEfficiency) {

  /** Those of the source documents. */
  public static final FigureWeights DEFAULT =
      new FigureWeights(
          Ratings.WEIGHTED_CSAT,
          Ratings.WEIGHTED_SATISFACTION,
          CompositeEfficiency.DEFAULT_WEIGHTS);
}
