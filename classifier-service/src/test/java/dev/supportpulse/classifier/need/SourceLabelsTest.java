package dev.supportpulse.classifier.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.NeedClassified.Evidence;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceLabelsTest {

  private static final NeedClassifier CLASSIFIER = ShippedModel.classifier();

  @ParameterizedTest
  @CsvSource({
    "bug, FUNCTIONAL_DEFECT",
    "kind/bug, FUNCTIONAL_DEFECT",
    "Type: Performance, PERFORMANCE",
    "C-enhancement, FEATURE_REQUEST",
    "安全, SECURITY",
    "培训, TRAINING"
  })
  void readsLabelsAsTrackersWriteThem(String label, NeedCategory category) {
    double[] shifted = new SourceLabels(List.of(label)).shift(even());

    assertThat(Heads.chosen(shifted)).isEqualTo(category);
  }

  /** p = 1/2 becomes e^1.4 / (e^1.4 + 1). */
  @Test
  void addsItsWeightToTheLogOddsOnce() {
    double[] half = new double[Heads.COUNT];
    half[Heads.of(NeedCategory.FUNCTIONAL_DEFECT)] = 0.5;
    half[Heads.of(NeedCategory.OTHER)] = 0.5;

    double[] shifted = new SourceLabels(List.of("bug", "kind/bug", "regression")).shift(half);

    assertThat(shifted[Heads.of(NeedCategory.FUNCTIONAL_DEFECT)]).isCloseTo(0.802, within(5e-4));
  }

  @Test
  void otherLabelsSayNothing() {
    assertThat(new SourceLabels(List.of("debugger", "P1", "good first issue", "")).shift(even()))
        .containsExactly(even(), within(1e-12));
  }

  @Test
  void aLabelIsEvidenceButNotTruth() {
    NeedText question = NeedText.of(null, "How do I configure the connection pool size?");

    Need need = CLASSIFIER.classify(question.labelled(List.of("bug")));

    assertThat(need.category()).isEqualTo(NeedCategory.USAGE_QUESTION);
    assertThat(need.confidence()).isLessThan(CLASSIFIER.classify(question).confidence());
  }

  @Test
  void aLabelThatAgreesIsTold() {
    NeedText report = NeedText.of(null, "The app crashes with a NullPointerException when I save");

    Need need = CLASSIFIER.classify(report.labelled(List.of("kind/bug")));

    assertThat(need.evidence()).contains(new Evidence("label: kind/bug", SourceLabels.WEIGHT));
    assertThat(need.evidence()).hasSizeLessThanOrEqualTo(6);
    assertThat(need.confidence()).isGreaterThan(CLASSIFIER.classify(report).confidence());
  }

  private static double[] even() {
    double[] even = new double[Heads.COUNT];
    Arrays.fill(even, 1.0 / Heads.COUNT);
    return even;
  }
}
