package dev.supportpulse.classifier.need;

import dev.supportpulse.events.NeedCategory;
import java.util.Arrays;

/**
 * Turns the scores of the heads into probabilities: softmax(slope · score + offset), one slope for
 * all heads (temperature scaling) and one offset a head (Guo et al., "On Calibration of Modern
 * Neural Networks", 2017, §4.2). Fitted on scores of texts that the heads had not seen.
 */
public final class Calibration {

  private final double slope;
  private final double[] offsets;

  /** A calibration with one offset per category, in the order of {@link NeedCategory}. */
  public Calibration(double slope, double[] offsets) {
    if (offsets.length != Heads.COUNT) {
      throw new IllegalArgumentException("need one offset per category");
    }
    this.slope = slope;
    this.offsets = offsets.clone();
  }

  /** Leaves the scores as they are. */
  public static Calibration none() {
    return new Calibration(1, new double[Heads.COUNT]);
  }

  public double slope() {
    return slope;
  }

  /** In the order of {@link NeedCategory}. */
  public double[] offsets() {
    return offsets.clone();
  }

  /** Probabilities in the order of {@link NeedCategory}; each in [0, 1], their sum 1. */
  public double[] probabilities(double[] scores) {
    double[] logits = new double[scores.length];
    for (int k = 0; k < scores.length; k++) {
      logits[k] = slope * scores[k] + offsets[k];
    }
    double highest = Arrays.stream(logits).max().orElseThrow();
    double sum = 0;
    for (int k = 0; k < logits.length; k++) {
      logits[k] = Math.exp(logits[k] - highest);
      sum += logits[k];
    }
    for (int k = 0; k < logits.length; k++) {
      logits[k] /= sum;
    }
    return logits;
  }
}
