package dev.supportpulse.classifier.assessment;

import dev.supportpulse.classifier.need.Tone;
import dev.supportpulse.events.FeedbackSubmitted;
import dev.supportpulse.events.Sentiment;
import dev.supportpulse.events.UpstreamData;
import org.jspecify.annotations.Nullable;

/**
 * The sentiment of a feedback whose user gave none: what their ratings say, else how their text
 * sounds.
 *
 * @param confidence calibrated probability, in [0, 1]; null if it follows from ratings
 */
record HeardSentiment(Sentiment sentiment, @Nullable Double confidence) {

  /** Null if the event is no feedback, or the user told their sentiment: theirs stands. */
  static @Nullable HeardSentiment of(UpstreamData data, Tone tone) {
    if (!(data instanceof FeedbackSubmitted feedback) || feedback.sentiment() != null) {
      return null;
    }
    Sentiment rated = RatedSentiment.of(feedback);
    return rated == null
        ? new HeardSentiment(tone.sentiment(), tone.confidence())
        : new HeardSentiment(rated, null);
  }
}
