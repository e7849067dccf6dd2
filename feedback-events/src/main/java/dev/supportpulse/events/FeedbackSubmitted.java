package dev.supportpulse.events;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user says something: a sentiment, a text, or both. {@code ratings} are kept but figures read
 * the ratings of surveys only.
 */
public record FeedbackSubmitted(
    @Nullable Sentiment sentiment,
    @Nullable String text,
    @Nullable String title,
    Map<String, Integer> ratings,
    @Nullable Channel channel,
    @Nullable String tier,
    @Nullable SupportMode mode,
    @Nullable String caseId,
    @Nullable String user,
    @Nullable String language,
    List<String> labels,
    @Nullable String account)
    implements UpstreamData {

  public FeedbackSubmitted {
    if (sentiment == null && (text == null || text.isBlank())) {
      throw new Malformed("/data/sentiment", "give a sentiment, a text, or both");
    }
    labels = labels == null ? List.of() : List.copyOf(labels);
    ratings = ratings == null ? Map.of() : Map.copyOf(ratings);
  }
}
