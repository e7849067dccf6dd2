package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.need.DenseHeads;
import dev.supportpulse.classifier.need.Heads;
import dev.supportpulse.classifier.need.Language;
import dev.supportpulse.classifier.need.TermHeads;
import java.util.Map;

/** Heads fresh from training, over terms and, in the accurate tier, over embeddings. */
record Trained(TermHeads heads, Map<Language, DenseHeads> dense) {

  Trained {
    dense = Map.copyOf(dense);
  }

  /** The score of every head, in the order of {@link Heads}. */
  double[] scores(LabelledText text, Coordinates coordinates) {
    double[] scores = heads.scores(text.features(), text.opening());
    DenseHeads more = dense.get(text.script());
    if (more != null) {
      double[] added = more.scores(coordinates.of(text, more.standard().spaces()));
      for (int head = 0; head < Heads.COUNT; head++) {
        scores[head] += added[head];
      }
    }
    return scores;
  }
}
