package dev.supportpulse.classifier.need;

/**
 * The terms of a text with their values: TF-IDF, of unit length over all terms, {@code value = (1 +
 * ln tf) · idf / ‖·‖}. Unlike in {@link LinearHeads} terms that no vocabulary has count, too: new
 * kinds of needs bring new words.
 */
public final class WeightedTerms {

  private final int[] buckets;
  private final float[] values;

  WeightedTerms(int[] buckets, float[] values) {
    this.buckets = buckets;
    this.values = values;
  }

  /** How many terms. */
  public int size() {
    return buckets.length;
  }

  /** The bucket of the i-th term; they ascend. */
  public int bucket(int i) {
    return buckets[i];
  }

  /** The value of the i-th term, in [0, 1]. */
  public float value(int i) {
    return values[i];
  }
}
