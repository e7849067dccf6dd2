package dev.supportpulse.classifier.need;

import java.util.List;

/** Brings the coordinates of texts to a common measure. */
public final class Standardisation {

  private final List<String> spaces;
  private final float[] means;
  private final float[] factors;
  private final float scale;

  /**
   * A standardisation.
   *
   * @param spaces the names of the spaces whose coordinates are laid end to end
   * @param means one a coordinate
   * @param factors one a coordinate: the inverse of its standard deviation
   * @param scale the length of the result
   */
  public Standardisation(List<String> spaces, float[] means, float[] factors, float scale) {
    if (means.length != factors.length) {
      throw new IllegalArgumentException("need one mean and one factor for each coordinate");
    }
    this.spaces = List.copyOf(spaces);
    this.means = means.clone();
    this.factors = factors.clone();
    this.scale = scale;
  }

  /** The names of the spaces, in the order of their coordinates. */
  public List<String> spaces() {
    return spaces;
  }

  /** How many coordinates. */
  public int dimensions() {
    return means.length;
  }

  /** The measured coordinates of a text, in a new array; all 0 if it lies at the mean. */
  public float[] apply(float[] coordinates) {
    float[] values = new float[means.length];
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = (coordinates[i] - means[i]) * factors[i];
      squares += (double) values[i] * values[i];
    }
    float by = squares == 0 ? 0 : (float) (scale / Math.sqrt(squares));
    for (int i = 0; i < values.length; i++) {
      values[i] *= by;
    }
    return values;
  }

  float mean(int coordinate) {
    return means[coordinate];
  }

  float factor(int coordinate) {
    return factors[coordinate];
  }

  float scale() {
    return scale;
  }
}
