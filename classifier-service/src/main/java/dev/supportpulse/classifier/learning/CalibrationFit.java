package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.need.Calibration;
import dev.supportpulse.classifier.need.Heads;
import java.util.ArrayList;
import java.util.List;

/**
 * Fits a {@link Calibration} by gradient descent on the mean negative log likelihood, which is
 * convex in slope and offsets.
 */
final class CalibrationFit {

  private static final int STEPS = 1_500;
  private static final double RATE = 0.3;

  private CalibrationFit() {}

  /** The calibration that makes the labels of these texts likeliest. */
  static Calibration fit(List<Judged> judged) {
    double slope = 1;
    double[] offsets = new double[Heads.COUNT];
    for (int step = 0; step < STEPS; step++) {
      Calibration now = new Calibration(slope, offsets);
      double slopeGradient = 0;
      double[] gradient = new double[Heads.COUNT];
      for (Judged text : judged) {
        double[] scores = text.scores();
        double[] error = now.probabilities(scores);
        error[Heads.of(text.text().label())] -= 1;
        for (int k = 0; k < error.length; k++) {
          gradient[k] += error[k];
          slopeGradient += error[k] * scores[k];
        }
      }
      slope -= RATE / 5 * slopeGradient / judged.size();
      for (int k = 0; k < offsets.length; k++) {
        offsets[k] -= RATE * gradient[k] / judged.size();
      }
    }
    return new Calibration(slope, offsets);
  }

  /** Predictions of each half of the texts under the calibration that the other half gives. */
  static List<Judged.Prediction> crossFitted(List<Judged> judged) {
    List<List<Judged>> halves = List.of(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < judged.size(); i++) {
      halves.get(i % 2).add(judged.get(i));
    }
    List<Judged.Prediction> predictions = new ArrayList<>();
    for (int half = 0; half < 2; half++) {
      Calibration calibration = fit(halves.get(1 - half));
      halves.get(half).forEach(text -> predictions.add(text.under(calibration)));
    }
    return predictions;
  }
}
