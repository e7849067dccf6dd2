package dev.supportpulse.events;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ratings on named dimensions (see {@link RatingDimension}); at least one. */
public record SurveyAnswered(
    Map<String, Integer> ratings,
    @Nullable String caseId,
    @Nullable Channel channel,
    @Nullable String tier,
    @Nullable String user,
    @Nullable String text,
    @Nullable String account)
    implements UpstreamData {

  public SurveyAnswered {
    if (ratings == null || ratings.isEmpty()) {
      throw new Malformed("/data/ratings", "give at least one rating");
    }
    ratings = ratings == null ? Map.of() : Map.copyOf(ratings);
  }
}
