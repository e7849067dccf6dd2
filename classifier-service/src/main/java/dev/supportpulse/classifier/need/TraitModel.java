package dev.supportpulse.classifier.need;

import java.util.List;
import java.util.Map;

/**
 * Binary heads, one a {@link Trait}, over the terms of a text and, in the accurate tier, over its
 * embeddings.
 *
 * @param version names the model: a hash of its training data, its parameters and its feature
 *     scheme
 * @param terms over the terms of a text
 * @param dense over its embeddings, by language; what they score is added
 * @param scaling what makes a probability of each head's score, in the order of {@link Trait}
 */
public record TraitModel(
    String version, LinearHeads terms, Map<Language, DenseHeads> dense, List<Sigmoid> scaling) {

  /** How many heads there are. */
  public static final int HEADS = Trait.values().length;

  public TraitModel {
    dense = Map.copyOf(dense);
    scaling = List.copyOf(scaling);
    if (scaling.size() != HEADS) {
      throw new IllegalArgumentException("need one scaling per trait");
    }
  }

  /** The place of a trait among the heads. */
  @SuppressWarnings("EnumOrdinal") // the one place that relies on it; files name their traits
  public static int head(Trait trait) {
    return trait.ordinal();
  }

  /**
   * p = 1 / (1 + e^−(slope · score + offset)), fitted on scores of texts that the head had not seen
   * (Platt, "Probabilistic Outputs for Support Vector Machines", 1999).
   */
  public record Sigmoid(double slope, double offset) {

    /** A probability, in [0, 1]. */
    public double of(double score) {
      return 1 / (1 + Math.exp(-(slope * score + offset)));
    }
  }
}
