package dev.supportpulse.metrics.ledger;

import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.Sentiment;
import org.jspecify.annotations.Nullable;

/**
 * What the need of an event was found to be, as far as figures are concerned. Need and sentiment
 * each hold by themselves: whoever corrects a category and says nothing of the sentiment takes none
 * away.
 *
 * @param precedence of the category
 * @param heard what sentiment was heard; null if nobody has named one
 */
public record Classification(NeedCategory category, Precedence precedence, @Nullable Heard heard) {

  /** A sentiment, and how much it counts against others. */
  public record Heard(Sentiment sentiment, Precedence precedence) {}

  /** One finding that names a category and maybe a sentiment. */
  public static Classification of(
      NeedCategory category, @Nullable Sentiment sentiment, Precedence precedence) {
    return new Classification(
        category, precedence, sentiment == null ? null : new Heard(sentiment, precedence));
  }

  /** The sentiment that was heard, if any. */
  public @Nullable Sentiment sentiment() {
    return heard == null ? null : heard.sentiment();
  }

  /**
   * What holds once both are known, in whatever order they came: the category and the sentiment of
   * the higher precedence each. Equal ones are the same finding again.
   */
  public Classification with(@Nullable Classification other) {
    if (other == null) {
      return this;
    }
    Classification need = other.precedence.compareTo(precedence) > 0 ? other : this;
    return new Classification(need.category, need.precedence, higher(heard, other.heard));
  }

  private static @Nullable Heard higher(@Nullable Heard one, @Nullable Heard other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.precedence.compareTo(one.precedence) > 0 ? other : one;
  }
}
