package dev.supportpulse.metrics.query;

import dev.supportpulse.events.RatingDimension;
import dev.supportpulse.metrics.figure.Weights;
import dev.supportpulse.metrics.reference.References;
import dev.supportpulse.metrics.tally.Measure;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts that a figure is made of.
 *
 * @param detail null for every detail of the measure
 */
public record Counting(Measure measure, @Nullable String detail) {

  /** What the figure is made of, as long as the project's reference data stay as they are. */
  public static Set<Counting> of(FigureName figure, References references) {
    return switch (figure) {
      case CSAT -> Set.of(rating(RatingDimension.OVERALL.wireName()));
      case CES -> Set.of(rating(RatingDimension.EFFORT.wireName()));
      case NPS -> Set.of(rating(RatingDimension.RECOMMEND.wireName()));
      case WEIGHTED_CSAT -> ratings(references.weights().weightedCsat());
      case WEIGHTED_SATISFACTION -> ratings(references.weights().weightedSatisfaction());
      case RATED_COST -> rated(references).collect(Collectors.toSet());
      case TOTAL_COST ->
          Stream.concat(rated(references), Stream.of(new Counting(Measure.COST_IN_TOTAL, null)))
              .collect(Collectors.toSet());
      default ->
          figure.measures().stream()
              .map(measure -> new Counting(measure, null))
              .collect(Collectors.toSet());
    };
  }

  private static Set<Counting> ratings(Weights weights) {
    return weights.names().stream().map(Counting::rating).collect(Collectors.toSet());
  }

  private static Counting rating(String dimension) {
    return new Counting(Measure.RATING, dimension);
  }

  private static Stream<Counting> rated(References references) {
    return references.rateCards().items().stream().map(item -> new Counting(Measure.USAGE, item));
  }
}
