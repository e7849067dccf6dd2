package dev.supportpulse.classifier.need;

import dev.supportpulse.events.NeedCategory;
import java.util.Arrays;

/**
 * What one project's own corrections taught: a copy of the features for that project alone, with a
 * weight per category each (Daumé III, "Frustratingly Easy Domain Adaptation", 2007). They shift
 * the log odds that the shared model gives to the categories, and only for texts of that project.
 *
 * <p>{@code probability(k) ∝ shared probability(k) · exp(Σ weight(k) · value)}.
 */
public final class ProjectHeads {

  private static final int HEADS = Heads.COUNT;

  private final int[] buckets;
  private final short[] weights;
  private final float scale;

  /**
   * Heads over some terms.
   *
   * @param buckets ascending
   * @param weights one row of a weight a head for each term
   * @param scale what a weight of 1 means
   */
  public ProjectHeads(int[] buckets, short[] weights, float scale) {
    if (weights.length != buckets.length * HEADS) {
      throw new IllegalArgumentException("need one weight a head for each term");
    }
    this.buckets = buckets.clone();
    this.weights = weights.clone();
    this.scale = scale;
  }

  /** How many terms they know. */
  public int vocabulary() {
    return buckets.length;
  }

  /** The bucket of a row. */
  public int bucket(int row) {
    return buckets[row];
  }

  /** The weight of a row for a head, in units of {@link #scale}. */
  public short weight(int row, int head) {
    return weights[row * HEADS + head];
  }

  /** What a weight of 1 means. */
  public float scale() {
    return scale;
  }

  /** Reads a text of the project. */
  public Reading read(WeightedTerms text) {
    int[] rows = new int[text.size()];
    int known = 0;
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.binarySearch(buckets, text.bucket(i));
      known += rows[i] < 0 ? 0 : 1;
    }
    return new Reading(text, rows, known);
  }

  /** What the heads made of one text. */
  public final class Reading {

    private final WeightedTerms text;
    private final int[] rows;
    private final int known;

    private Reading(WeightedTerms text, int[] rows, int known) {
      this.text = text;
      this.rows = rows;
      this.known = known;
    }

    int knownTerms() {
      return known;
    }

    /** What the i-th term of the text adds to the log odds of that category. */
    double contribution(int i, NeedCategory category) {
      return rows[i] < 0 ? 0 : (double) text.value(i) * weight(rows[i], Heads.of(category)) * scale;
    }

    /** The probabilities that these are shifted to, in the order of {@link Heads}. */
    public double[] shift(double[] probabilities) {
      double[] shifted = new double[HEADS];
      for (NeedCategory category : Heads.categories()) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
          sum += contribution(i, category);
        }
        shifted[Heads.of(category)] = sum;
      }
      double total = 0;
      double highest = Arrays.stream(shifted).max().orElseThrow();
      for (int head = 0; head < HEADS; head++) {
        shifted[head] = probabilities[head] * Math.exp(shifted[head] - highest);
        total += shifted[head];
      }
      for (int head = 0; head < HEADS; head++) {
        shifted[head] /= total;
      }
      return shifted;
    }
  }
}
