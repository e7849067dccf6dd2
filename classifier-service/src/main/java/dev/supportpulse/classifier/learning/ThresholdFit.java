package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.need.Heads;
import dev.supportpulse.classifier.need.Thresholds;
import dev.supportpulse.events.NeedCategory;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds, per category, the least confidence above which predictions are right often enough to stand
 * without a human.
 */
final class ThresholdFit {

  /**
   * At AUTO, this share of the predictions that thresholds are chosen on is right: more than the 95
   * % that are wanted of others, and of each language, while thresholds are chosen for all
   * together.
   */
  static final double PRECISION = 0.97;

  /** Fewer predictions than this prove nothing. */
  private static final int LEAST_EVIDENCE = 20;

  private ThresholdFit() {}

  static Thresholds fit(List<Judged.Prediction> predictions) {
    double[] auto = new double[Heads.COUNT];
    Arrays.fill(auto, Thresholds.NEVER);
    for (NeedCategory category : Heads.categories()) {
      List<Judged.Prediction> surest =
          predictions.stream()
              .filter(prediction -> prediction.category() == category)
              .sorted(Comparator.comparingDouble(Judged.Prediction::confidence).reversed())
              .toList();
      int right = 0;
      for (int n = 1; n <= surest.size(); n++) {
        right += surest.get(n - 1).right() ? 1 : 0;
        if (n >= LEAST_EVIDENCE && right >= PRECISION * n) {
          auto[Heads.of(category)] = surest.get(n - 1).confidence();
        }
      }
    }
    return new Thresholds(auto);
  }
}
