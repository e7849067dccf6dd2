package dev.supportpulse.classifier.need;

/**
 * Linear heads, such as one per category, over the embeddings of a text, laid end to end.
 * Coordinates are standardised, because the frozen spaces use theirs unevenly, and the whole is
 * brought to a fixed length, so that it weighs as much beside the terms in every text.
 *
 * <p>{@code value = scale · z / ‖z‖} with {@code z = (x − mean) · factor}; {@code score(head) = Σ
 * weight · value}.
 */
public final class DenseHeads {

  private final int count;
  private final Standardisation standard;
  private final float[] weights;

  /**
   * One head per category over the coordinates of some spaces.
   *
   * @param weights one row of a weight a head for each coordinate
   */
  public DenseHeads(Standardisation standard, float[] weights) {
    this(standard, weights, Heads.COUNT);
  }

  /**
   * So many heads over the coordinates of some spaces.
   *
   * @param weights one row of a weight a head for each coordinate
   */
  public DenseHeads(Standardisation standard, float[] weights, int count) {
    this.count = count;
    if (weights.length != standard.dimensions() * count) {
      throw new IllegalArgumentException("need one weight a head for each coordinate");
    }
    this.standard = standard;
    this.weights = weights.clone();
  }

  /** What brings coordinates to a common measure. */
  public Standardisation standard() {
    return standard;
  }

  /**
   * The score of every head, in their order.
   *
   * @param coordinates of the text in each space, end to end
   */
  public double[] scores(float[] coordinates) {
    float[] values = standard.apply(coordinates);
    double[] scores = new double[count];
    for (int i = 0; i < values.length; i++) {
      for (int head = 0; head < count; head++) {
        scores[head] += values[i] * weights[i * count + head];
      }
    }
    return scores;
  }

  /** How many heads. */
  int count() {
    return count;
  }

  float weight(int coordinate, int head) {
    return weights[coordinate * count + head];
  }
}
