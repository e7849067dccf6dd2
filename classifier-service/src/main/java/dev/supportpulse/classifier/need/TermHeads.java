package dev.supportpulse.classifier.need;

import dev.supportpulse.events.NeedCategory;
import org.jspecify.annotations.Nullable;

/**
 * Heads over the terms of a text, read twice: all of them, and those of its opening, where people
 * say what they want before they paste what happened.
 *
 * @param whole over all terms
 * @param opening over the terms of {@link Opening}
 */
public record TermHeads(LinearHeads whole, LinearHeads opening) {

  /** Reads a text. */
  Reading read(FeatureVector text, FeatureVector beginning) {
    return new Reading(whole.read(text), opening.read(beginning), null);
  }

  /** The score of every head, in the order of {@link Heads}. */
  public double[] scores(FeatureVector text, FeatureVector beginning) {
    return read(text, beginning).scores();
  }

  /**
   * What the heads made of one text.
   *
   * @param own what those of its project made of it; null if there are none
   */
  record Reading(
      LinearHeads.Reading whole, LinearHeads.Reading opening, ProjectHeads.@Nullable Reading own) {

    Reading with(ProjectHeads.@Nullable Reading ofProject) {
      return new Reading(whole, opening, ofProject);
    }

    /** The probabilities that those of the shared model become for the project. */
    double[] shifted(double[] shared) {
      return own == null ? shared : own.shift(shared);
    }

    double[] scores() {
      double[] scores = whole.scores();
      double[] more = opening.scores();
      for (int head = 0; head < Heads.COUNT; head++) {
        scores[head] += more[head];
      }
      return scores;
    }

    /** How many of the text's terms are known. */
    int knownTerms() {
      return whole.knownTerms() + opening.knownTerms() + (own == null ? 0 : own.knownTerms());
    }

    /** The terms of the text. */
    FeatureVector text() {
      return whole.text();
    }

    /** What the i-th term of the text adds to the score of that category. */
    double contribution(int i, NeedCategory category) {
      int inOpening = opening.text().indexOf(whole.text().bucket(i));
      return whole.contribution(i, category)
          + (inOpening < 0 ? 0 : opening.contribution(inOpening, category))
          + (own == null ? 0 : own.contribution(i, category));
    }
  }
}
