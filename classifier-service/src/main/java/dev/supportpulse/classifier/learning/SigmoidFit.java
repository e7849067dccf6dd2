package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.need.TraitModel.Sigmoid;

/**
 * Fits slope and offset of a {@link Sigmoid} by gradient descent on the mean negative log
 * likelihood, which is convex in both.
 */
final class SigmoidFit {

  private static final int STEPS = 2_000;
  private static final double RATE = 0.5;

  private SigmoidFit() {}

  /** The sigmoid that makes these labels likeliest of these scores. */
  static Sigmoid of(double[] scores, boolean[] labels) {
    double slope = 1;
    double offset = 0;
    for (int step = 0; step < STEPS; step++) {
      Sigmoid now = new Sigmoid(slope, offset);
      double slopeGradient = 0;
      double offsetGradient = 0;
      for (int i = 0; i < scores.length; i++) {
        double error = now.of(scores[i]) - (labels[i] ? 1 : 0);
        slopeGradient += error * scores[i];
        offsetGradient += error;
      }
      slope -= RATE / 5 * slopeGradient / scores.length;
      offset -= RATE * offsetGradient / scores.length;
    }
    return new Sigmoid(slope, offset);
  }
}
