package dev.supportpulse.classifier.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.supportpulse.classifier.need.Trait;
import dev.supportpulse.classifier.need.TraitModel;
import dev.supportpulse.classifier.need.TraitModel.Sigmoid;
import dev.supportpulse.events.Sentiment;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That traits are learned, on texts that were not learned from. */
class TraitLearningTest {

  @Test
  void headsRankTextsThatTheyDidNotSee() throws IOException {
    List<AnnotatedText> texts = Annotations.shipped().texts();
    TraitValidation validation =
        TraitValidation.randomFolds(
            texts, 2, new TraitTrainer(Settings.FAST_TRAITS, Coordinates.NONE), Coordinates.NONE);

    for (Trait trait : Trait.values()) {
      assertThat(ranking(validation, trait)).as(trait.name()).isGreaterThan(0.75);
    }
  }

  @Test
  void aSigmoidFitsTheSharesOfLabels() {
    double[] scores = new double[200];
    boolean[] labels = new boolean[200];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = i < 100 ? 1 : -1;
      labels[i] = i < 80 || i >= 190;
    }
    Sigmoid fitted = SigmoidFit.of(scores, labels);

    assertThat(fitted.of(1)).isCloseTo(0.8, within(0.01));
    assertThat(fitted.of(-1)).isCloseTo(0.1, within(0.01));
  }

  /** Right: one of two praises. Wrong: the other is heard as neutral. */
  @Test
  void figuresOfSentimentCountHits() {
    List<Sigmoid> asItIs = Collections.nCopies(TraitModel.HEADS, new Sigmoid(1, 0));
    TraitEvaluation evaluation =
        new TraitEvaluation(
            List.of(
                TraitEvaluation.Prediction.of(praise("a"), scores(Trait.POSITIVE, 2), asItIs),
                TraitEvaluation.Prediction.of(praise("b"), scores(Trait.POSITIVE, -2), asItIs)));

    assertThat(evaluation.sentimentAccuracy()).isEqualTo(0.5);
    TraitEvaluation.Counts positive = evaluation.of(Sentiment.POSITIVE);
    assertThat(positive.precision()).isEqualTo(1);
    assertThat(positive.recall()).isEqualTo(0.5);
    assertThat(positive.f1()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(evaluation.of(Trait.UPGRADE)).isEqualTo(new TraitEvaluation.Counts(0, 0, 0));
    assertThat(evaluation.of(Trait.UPGRADE).f1()).isZero();
  }

  /** The share of pairs in which the text that has the trait scores higher (area under ROC). */
  private static double ranking(TraitValidation validation, Trait trait) {
    int head = TraitModel.head(trait);
    long pairs = 0;
    long right = 0;
    for (int i = 0; i < validation.texts().size(); i++) {
      for (int j = 0; j < validation.texts().size(); j++) {
        if (validation.texts().get(i).traits().contains(trait)
            && !validation.texts().get(j).traits().contains(trait)) {
          pairs++;
          right += validation.scores().get(i)[head] > validation.scores().get(j)[head] ? 1 : 0;
        }
      }
    }
    return (double) right / pairs;
  }

  private static AnnotatedText praise(String id) {
    return AnnotatedText.of(id, "en", "Thank you", Sentiment.POSITIVE, List.of());
  }

  private static double[] scores(Trait trait, double score) {
    double[] scores = new double[TraitModel.HEADS];
    Arrays.fill(scores, -5);
    scores[TraitModel.head(trait)] = score;
    return scores;
  }
}
