package dev.supportpulse.classifier.need;

import dev.supportpulse.events.NeedCategory;
import java.util.Arrays;

/**
 * Linear heads, such as one per category, over TF-IDF weighted terms (sublinear term frequency,
 * unit length). Weights are 16-bit integers with one scale a head; terms outside the vocabulary
 * weigh nothing.
 *
 * <p>{@code value(term) = (1 + ln tf) · idf / ‖·‖}; {@code score(head) = bias + Σ weight · value}.
 */
public final class LinearHeads {

  private static final int UNKNOWN = -1;

  private final int count;
  private final int[] buckets;
  private final float[] idf;
  private final short[] weights;
  private final float[] scales;
  private final float[] biases;
  private final float rarest;

  /** Rows by bucket: open addressing with linear probing, at most half full. */
  private final int[] table;

  /**
   * Heads over a vocabulary of n terms.
   *
   * @param buckets the n buckets of the vocabulary, ascending
   * @param idf n inverse document frequencies
   * @param weights n rows of one weight a head
   * @param scales what a weight of 1 means, one a head
   * @param biases one a head
   */
  LinearHeads(int[] buckets, float[] idf, short[] weights, float[] scales, float[] biases) {
    this.count = biases.length;
    if (idf.length != buckets.length || weights.length != buckets.length * count) {
      throw new IllegalArgumentException("need one idf and one weight a head for each term");
    }
    this.buckets = buckets;
    this.idf = idf;
    this.weights = weights;
    this.scales = scales;
    this.biases = biases;
    this.table = new int[4 * Integer.highestOneBit(Math.max(1, buckets.length))];
    Arrays.fill(table, UNKNOWN);
    for (int row = 0; row < buckets.length; row++) {
      table[slot(buckets[row])] = row;
    }
    float highest = 1;
    for (float one : idf) {
      highest = Math.max(highest, one);
    }
    this.rarest = highest;
  }

  /** Where the row of a bucket is, or would be. Buckets are hashes, so their low bits spread. */
  private int slot(int bucket) {
    int mask = table.length - 1;
    int slot = bucket & mask;
    while (table[slot] != UNKNOWN && buckets[table[slot]] != bucket) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /**
   * Rounds weights to 16 bits.
   *
   * @param weights n rows of one weight a head
   */
  public static LinearHeads quantised(
      int[] buckets, float[] idf, double[] weights, double[] biases) {
    int count = biases.length;
    float[] scales = new float[count];
    for (int i = 0; i < weights.length; i++) {
      int head = i % count;
      scales[head] = Math.max(scales[head], (float) (Math.abs(weights[i]) / Short.MAX_VALUE));
    }
    short[] rounded = new short[weights.length];
    for (int i = 0; i < weights.length; i++) {
      float scale = scales[i % count];
      rounded[i] = scale == 0 ? 0 : (short) Math.round(weights[i] / scale);
    }
    float[] roundedBiases = new float[count];
    for (int head = 0; head < count; head++) {
      roundedBiases[head] = (float) biases[head];
    }
    return new LinearHeads(buckets.clone(), idf.clone(), rounded, scales, roundedBiases);
  }

  /** Reads a text: the weighted terms and the score of every head. */
  public Reading read(FeatureVector text) {
    int[] rows = new int[text.size()];
    float[] values = new float[text.size()];
    double squares = 0;
    int known = 0;
    for (int i = 0; i < text.size(); i++) {
      rows[i] = table[slot(text.bucket(i))];
      if (rows[i] != UNKNOWN) {
        values[i] = (float) ((1 + Math.log(text.count(i))) * idf[rows[i]]);
        squares += (double) values[i] * values[i];
        known++;
      }
    }
    double[] scores = new double[count];
    float norm = known == 0 ? 1 : (float) Math.sqrt(squares);
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] != UNKNOWN) {
        values[i] /= norm;
        for (int head = 0; head < count; head++) {
          scores[head] += values[i] * weights[rows[i] * count + head];
        }
      }
    }
    for (int head = 0; head < count; head++) {
      scores[head] = scores[head] * scales[head] + biases[head];
    }
    return new Reading(text, rows, values, known, scores);
  }

  /** The terms of a text by how much they tell; those that the heads don't know count as rare. */
  public WeightedTerms weigh(FeatureVector text) {
    int[] terms = new int[text.size()];
    float[] values = new float[text.size()];
    double squares = 0;
    for (int i = 0; i < terms.length; i++) {
      terms[i] = text.bucket(i);
      int row = table[slot(terms[i])];
      values[i] = (float) ((1 + Math.log(text.count(i))) * (row == UNKNOWN ? rarest : idf[row]));
      squares += (double) values[i] * values[i];
    }
    float norm = (float) Math.sqrt(squares);
    for (int i = 0; i < values.length; i++) {
      values[i] /= norm;
    }
    return new WeightedTerms(terms, values);
  }

  /** How many heads. */
  int count() {
    return count;
  }

  /** How many terms the heads know. */
  public int vocabulary() {
    return buckets.length;
  }

  int bucket(int row) {
    return buckets[row];
  }

  float idf(int row) {
    return idf[row];
  }

  short weight(int row, int head) {
    return weights[row * count + head];
  }

  float scale(int head) {
    return scales[head];
  }

  float bias(int head) {
    return biases[head];
  }

  /** What the heads made of one text. */
  public final class Reading {

    private final FeatureVector text;
    private final int[] rows;
    private final float[] values;
    private final int known;
    private final double[] scores;

    private Reading(FeatureVector text, int[] rows, float[] values, int known, double[] scores) {
      this.text = text;
      this.rows = rows;
      this.values = values;
      this.known = known;
      this.scores = scores;
    }

    /** The score of every head, in their order. */
    public double[] scores() {
      return scores.clone();
    }

    /** How many of the text's terms are in the vocabulary. */
    public int knownTerms() {
      return known;
    }

    /** What the i-th term of the text adds to the score of that category; 0 if it is unknown. */
    public double contribution(int i, NeedCategory category) {
      return contribution(i, Heads.of(category));
    }

    /** What the i-th term of the text adds to the score of that head; 0 if it is unknown. */
    double contribution(int i, int head) {
      return rows[i] == UNKNOWN
          ? 0
          : (double) values[i] * weights[rows[i] * count + head] * scales[head];
    }

    FeatureVector text() {
      return text;
    }
  }
}
