package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.need.Standardisation;
import java.util.List;

/** Measures how widely the coordinates of texts spread. */
final class StandardFit {

  /** Keeps a coordinate that hardly moves from being blown up. */
  private static final double LEAST_DEVIATION = 1e-6;

  private StandardFit() {}

  /**
   * The standardisation of the coordinates of these texts.
   *
   * @param points of at least one text
   */
  static Standardisation of(Settings.Dense dense, List<float[]> points) {
    int dimensions = points.get(0).length;
    float[] means = new float[dimensions];
    float[] factors = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      double sum = 0;
      double squares = 0;
      for (float[] point : points) {
        sum += point[i];
        squares += (double) point[i] * point[i];
      }
      double mean = sum / points.size();
      double variance = Math.max(0, squares / points.size() - mean * mean);
      means[i] = (float) mean;
      factors[i] = (float) (1 / Math.max(LEAST_DEVIATION, Math.sqrt(variance)));
    }
    return new Standardisation(dense.spaces(), means, factors, (float) Math.sqrt(dense.weight()));
  }
}
