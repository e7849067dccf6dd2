package dev.supportpulse.classifier.need;

import dev.supportpulse.events.ClassifierTier;
import java.util.Map;

/**
 * A trained model: its heads, what turns scores into probabilities, and when to trust them.
 *
 * @param heads over the terms of a text
 * @param dense over its embeddings, by language; what they score is added. A model of the fast tier
 *     has none
 * @param votes of tuned networks, by language; they are added, too
 * @param profile what the texts are like that it was trained on
 */
public record NeedModel(
    ModelInfo info,
    TermHeads heads,
    Map<Language, DenseHeads> dense,
    Map<Language, Vote> votes,
    Calibrations calibrations,
    Thresholds thresholds,
    TextProfile profile) {

  public NeedModel {
    dense = Map.copyOf(dense);
    votes = Map.copyOf(votes);
  }

  /** ACCURATE if it reads embeddings. */
  public ClassifierTier tier() {
    return dense.isEmpty() ? ClassifierTier.FAST : ClassifierTier.ACCURATE;
  }
}
