package dev.supportpulse.classifier.need;

import dev.supportpulse.events.Sentiment;

/**
 * Whether the user sounds content. It is their attitude that counts, not how bad a fault is: a
 * factual report of a crash is NEUTRAL.
 *
 * @param confidence calibrated probability of the sentiment, in [0, 1]
 */
public record Tone(Sentiment sentiment, double confidence) {

  /** What is likelier than not is named; a text of neither tone is NEUTRAL. */
  public static final double SURE = 0.5;

  /**
   * The tone of a text.
   *
   * @param positive probability that the user is content
   * @param negative probability that they are not
   */
  public static Tone of(double positive, double negative) {
    double strongest = Math.max(positive, negative);
    if (strongest <= SURE) {
      return new Tone(Sentiment.NEUTRAL, 1 - strongest);
    }
    return new Tone(positive > negative ? Sentiment.POSITIVE : Sentiment.NEGATIVE, strongest);
  }
}
