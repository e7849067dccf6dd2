package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.need.Calibration;
import dev.supportpulse.classifier.need.Calibrations;
import dev.supportpulse.classifier.need.Heads;
import dev.supportpulse.classifier.need.Language;
import dev.supportpulse.classifier.need.Thresholds;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Fits {@link Calibrations} by gradient descent on the mean negative log likelihood, which is
 * convex in slopes and offsets: a slope for each language, and the same offsets for all, since how
 * often a category occurs in the texts of one language is more of an accident.
 */
final class CalibrationFit {

  private static final int STEPS = 1_500;
  private static final double RATE = 0.3;

  private CalibrationFit() {}

  /** The calibrations that make the labels of these texts likeliest. */
  static Calibrations fit(List<Judged> judged) {
    Map<Language, List<Judged>> byLanguage =
        judged.stream().collect(Collectors.groupingBy(text -> text.text().script()));
    Map<Language, Double> slopes = new EnumMap<>(Language.class);
    byLanguage.keySet().forEach(language -> slopes.put(language, 1.0));
    double[] offsets = new double[Heads.COUNT];
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[Heads.COUNT];
      byLanguage.forEach(
          (language, own) ->
              slopes.compute(
                  language,
                  (same, slope) ->
                      slope
                          - RATE / 5 * slopeGradient(own, slope, offsets, gradient) / own.size()));
      for (int k = 0; k < offsets.length; k++) {
        offsets[k] -= RATE * gradient[k] / judged.size();
      }
    }
    Map<Language, Calibration> calibrations = new EnumMap<>(Language.class);
    slopes.forEach(
        (language, slope) -> calibrations.put(language, new Calibration(slope, offsets)));
    return new Calibrations(calibrations);
  }

  /**
   * The slope's gradient over texts of one language.
   *
   * @param gradient of the offsets, to which these texts add theirs
   */
  private static double slopeGradient(
      List<Judged> judged, double slope, double[] offsets, double[] gradient) {
    Calibration now = new Calibration(slope, offsets);
    double slopeGradient = 0;
    for (Judged text : judged) {
      double[] scores = text.scores();
      double[] error = now.probabilities(scores);
      error[Heads.of(text.text().label())] -= 1;
      for (int k = 0; k < error.length; k++) {
        gradient[k] += error[k];
        slopeGradient += error[k] * scores[k];
      }
    }
    return slopeGradient;
  }

  /**
   * Predictions of each half of the texts under the calibrations and thresholds that the other half
   * gives.
   */
  static List<Judged.Prediction> crossFitted(List<Judged> judged) {
    List<List<Judged>> halves = List.of(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < judged.size(); i++) {
      halves.get(i % 2).add(judged.get(i));
    }
    List<Judged.Prediction> predictions = new ArrayList<>();
    for (int half = 0; half < 2; half++) {
      List<Judged> other = halves.get(1 - half);
      Calibrations calibrations = fit(other);
      Thresholds thresholds =
          ThresholdFit.fit(other.stream().map(text -> text.under(calibrations)).toList());
      halves.get(half).forEach(text -> predictions.add(text.under(calibrations, thresholds)));
    }
    return predictions;
  }
}
