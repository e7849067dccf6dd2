package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.need.Heads;
import dev.supportpulse.events.Decision;
import dev.supportpulse.events.NeedCategory;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * How good predictions are. All figures are in [0, 1]; a category that has no text and no
 * prediction counts 0 in {@link #macroF1}.
 */
record Evaluation(List<Judged.Prediction> predictions) {

  private static final int BINS = 15;

  Evaluation {
    predictions = List.copyOf(predictions);
  }

  /** Of a part of the texts. */
  Evaluation where(Predicate<LabelledText> part) {
    return new Evaluation(predictions.stream().filter(p -> part.test(p.text())).toList());
  }

  int texts() {
    return predictions.size();
  }

  /** Share of right predictions. */
  double accuracy() {
    return (double) predictions.stream().filter(Judged.Prediction::right).count() / texts();
  }

  /** Mean of the categories' F1. */
  double macroF1() {
    return Heads.categories().stream().mapToDouble(this::f1).average().orElseThrow();
  }

  /** 2TP / (2TP + FP + FN); 0 if there is neither a text nor a prediction of the category. */
  double f1(NeedCategory category) {
    long hits = hits(category);
    long all = labelled(category) + predicted(category);
    return all == 0 ? 0 : 2.0 * hits / all;
  }

  double precision(NeedCategory category) {
    return predicted(category) == 0 ? 0 : (double) hits(category) / predicted(category);
  }

  double recall(NeedCategory category) {
    return labelled(category) == 0 ? 0 : (double) hits(category) / labelled(category);
  }

  long labelled(NeedCategory category) {
    return predictions.stream().filter(p -> p.text().label() == category).count();
  }

  private long predicted(NeedCategory category) {
    return predictions.stream().filter(p -> p.category() == category).count();
  }

  private long hits(NeedCategory category) {
    return predictions.stream().filter(p -> p.category() == category && p.right()).count();
  }

  /**
   * Expected calibration error: the mean distance between confidence and accuracy over 15 equal
   * bins of confidence, weighted by texts (Naeini et al. 2015).
   */
  double calibrationError() {
    return bins().stream()
            .mapToDouble(bin -> bin.texts() * Math.abs(bin.confidence() - bin.accuracy()))
            .sum()
        / texts();
  }

  /** The predictions by confidence, in 15 equal bins, without the empty ones. */
  List<Bin> bins() {
    double[] confidence = new double[BINS];
    int[] right = new int[BINS];
    int[] texts = new int[BINS];
    for (Judged.Prediction prediction : predictions) {
      int bin = Math.min(BINS - 1, (int) (prediction.confidence() * BINS));
      confidence[bin] += prediction.confidence();
      right[bin] += prediction.right() ? 1 : 0;
      texts[bin]++;
    }
    return IntStream.range(0, BINS)
        .filter(bin -> texts[bin] > 0)
        .mapToObj(
            bin ->
                new Bin(texts[bin], confidence[bin] / texts[bin], (double) right[bin] / texts[bin]))
        .toList();
  }

  /**
   * Predictions of like confidence.
   *
   * @param texts how many, at least 1
   * @param confidence their mean
   * @param accuracy the share of right ones
   */
  record Bin(int texts, double confidence, double accuracy) {}

  /** The predictions that would stand without a human. */
  Evaluation automatic() {
    return new Evaluation(predictions.stream().filter(p -> p.decision() == Decision.AUTO).toList());
  }
}
