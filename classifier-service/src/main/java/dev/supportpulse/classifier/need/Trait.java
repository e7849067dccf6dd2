package dev.supportpulse.classifier.need;

import dev.supportpulse.events.Sentiment;

/**
 * What a text may show besides its category. Each has a binary head of its own, so any of them may
 * go together. The order of declaration is the order of heads in a {@link TraitModel}.
 */
public enum Trait {
  /** The user is content; see {@link Tone}. */
  POSITIVE,
  /** The user is not content. */
  NEGATIVE,
  INSTALLATION,
  CONFIGURATION,
  UPGRADE,
  INTEGRATION,
  CUSTOMISATION,
  USE;

  /** Whether it is one of {@link Sentiment} and not a {@link SecondaryNeed}. */
  public boolean isSentiment() {
    return this == POSITIVE || this == NEGATIVE;
  }
}
