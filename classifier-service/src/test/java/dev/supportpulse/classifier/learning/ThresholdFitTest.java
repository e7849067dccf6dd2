package dev.supportpulse.classifier.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.classifier.need.Heads;
import dev.supportpulse.classifier.need.Thresholds;
import dev.supportpulse.events.NeedCategory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdFitTest {

  private final List<Judged.Prediction> predictions = new ArrayList<>();

  /** Three of the first hundred are wrong, and every second one after them. */
  @Test
  void standsByItselfWhatIsRightInNinetySevenOfAHundred() {
    for (int i = 0; i < 200; i++) {
      boolean right = i < 100 ? i % 40 != 39 && i != 99 : i % 2 == 0;
      add(NeedCategory.OTHER, 0.99 - 0.002 * i, right);
    }

    double least = ThresholdFit.fit(predictions).auto(NeedCategory.OTHER);

    List<Judged.Prediction> standing =
        predictions.stream().filter(one -> one.confidence() >= least).toList();
    assertThat(standing.size()).isBetween(90, 105);
    assertThat((double) standing.stream().filter(Judged.Prediction::right).count())
        .isGreaterThanOrEqualTo(ThresholdFit.PRECISION * standing.size());
  }

  @Test
  void fewTextsProveNothing() {
    for (int i = 0; i < 19; i++) {
      add(NeedCategory.TRAINING, 0.99, true);
    }

    assertThat(ThresholdFit.fit(predictions).auto(NeedCategory.TRAINING))
        .isEqualTo(Thresholds.NEVER);
  }

  private void add(NeedCategory said, double confidence, boolean right) {
    double[] probabilities = new double[Heads.COUNT];
    probabilities[Heads.of(said)] = confidence;
    NeedCategory label = right ? said : NeedCategory.PERFORMANCE;
    predictions.add(
        new Judged.Prediction(
            LabelledText.of("id", "en", label, "here", "text"),
            probabilities,
            Thresholds.review()));
  }
}
