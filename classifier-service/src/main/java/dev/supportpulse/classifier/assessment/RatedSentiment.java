package dev.supportpulse.classifier.assessment;

import dev.supportpulse.events.FeedbackSubmitted;
import dev.supportpulse.events.RatingDimension;
import dev.supportpulse.events.Sentiment;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The sentiment that the ratings of a feedback tell: their mean on the scale of 1 to 5 is POSITIVE
 * from 4 (a satisfied answer, requirements §2), NEGATIVE up to 2, NEUTRAL between.
 */
final class RatedSentiment {

  private static final double SATISFIED = 4;
  private static final double DISSATISFIED = 2;

  private RatedSentiment() {}

  /** Null if it has no ratings on that scale. */
  static @Nullable Sentiment of(FeedbackSubmitted feedback) {
    OptionalDouble mean =
        feedback.ratings().entrySet().stream()
            .filter(RatedSentiment::isOneToFive)
            .mapToInt(Map.Entry::getValue)
            .average();
    if (mean.isEmpty()) {
      return null;
    }
    double rating = mean.getAsDouble();
    return rating >= SATISFIED
        ? Sentiment.POSITIVE
        : rating <= DISSATISFIED ? Sentiment.NEGATIVE : Sentiment.NEUTRAL;
  }

  private static boolean isOneToFive(Map.Entry<String, Integer> rating) {
    return RatingDimension.fromWireName(rating.getKey())
        .filter(dimension -> dimension.lowest() == 1 && dimension.highest() == 5)
        .isPresent();
  }
}
