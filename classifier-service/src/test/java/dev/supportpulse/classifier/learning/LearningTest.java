package dev.supportpulse.classifier.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.supportpulse.classifier.need.Calibrations;
import dev.supportpulse.classifier.need.Heads;
import dev.supportpulse.classifier.need.ShippedModel;
import dev.supportpulse.classifier.need.Thresholds;
import dev.supportpulse.events.NeedCategory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That learning learns, on texts that it did not see; bars are a little below what it reaches. */
class LearningTest {

  private static final double MACRO_F1_ON_HALF = 0.57;

  @TempDir private Path folder;

  private final Corpus seed;

  LearningTest() throws IOException {
    seed = Corpus.seed();
  }

  @Test
  void headsTrainedOnHalfOfTheSeedCorpusReadTheOtherHalf() {
    List<LabelledText> even = everySecond(0);
    List<LabelledText> odd = everySecond(1);

    Trained heads = new HeadTrainer(Settings.FAST, Coordinates.NONE).train(even);
    Evaluation evaluation = evaluate(heads, Calibrations.none(), odd);

    // Always answering the most frequent category reaches macro-F1 0.05.
    assertThat(evaluation.macroF1()).isGreaterThan(MACRO_F1_ON_HALF);
  }

  @Test
  void trainingTwiceGivesTheSameHeads() {
    HeadTrainer trainer = new HeadTrainer(Settings.FAST, Coordinates.NONE);
    List<LabelledText> texts = everySecond(0).subList(0, 200);
    Trained one = trainer.train(texts);
    Trained two = trainer.train(texts);
    for (LabelledText text : everySecond(1).subList(0, 50)) {
      assertThat(two.scores(text, Coordinates.NONE)).isEqualTo(one.scores(text, Coordinates.NONE));
    }
  }

  /** The seed corpus is part of its training, so this guards the file, not the method. */
  @Test
  void theShippedModelKnowsTheSeedCorpus() {
    var model = ShippedModel.load();
    Trained heads = new Trained(model.heads(), model.dense());
    assertThat(evaluate(heads, model.calibrations(), seed.texts()).macroF1()).isGreaterThan(0.95);
    assertThat(model.info().dataHashes())
        .containsEntry(Corpus.SEED, seed.hashes().get(Corpus.SEED));
  }

  @Test
  void calibrationMakesOverconfidentScoresHonest() throws IOException {
    List<Judged> overconfident =
        new CrossValidation(
                new HeadTrainer(Settings.FAST, Coordinates.NONE), Coordinates.NONE, noNetworks())
            .randomFolds(seed.texts(), 3).stream().map(LearningTest::fiveTimesAsSure).toList();
    Evaluation raw =
        new Evaluation(
            overconfident.stream().map(text -> text.under(Calibrations.none())).toList());
    Evaluation calibrated = new Evaluation(CalibrationFit.crossFitted(overconfident));

    assertThat(calibrated.texts()).isEqualTo(seed.texts().size());
    assertThat(raw.calibrationError()).isGreaterThan(0.15);
    assertThat(calibrated.calibrationError()).isLessThan(0.06);
  }

  private static Judged fiveTimesAsSure(Judged judged) {
    return new Judged(
        judged.text(), Arrays.stream(judged.scores()).map(score -> 5 * score).toArray());
  }

  @Test
  void f1FollowsItsFormula() {
    LabelledText defect = seed.texts().get(0);
    NeedCategory label = defect.label();
    NeedCategory wrong = Heads.categories().get((Heads.of(label) + 1) % Heads.COUNT);
    Evaluation evaluation =
        new Evaluation(
            List.of(predicted(defect, label), predicted(defect, label), predicted(defect, wrong)));

    assertThat(evaluation.f1(label)).isCloseTo(2.0 * 2 / (2 * 2 + 0 + 1), within(1e-12));
    assertThat(evaluation.precision(label)).isEqualTo(1);
    assertThat(evaluation.recall(label)).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(evaluation.macroF1()).isCloseTo(0.8 / 7, within(1e-12));
  }

  private List<LabelledText> everySecond(int offset) {
    return IntStream.range(0, seed.texts().size())
        .filter(i -> i % 2 == offset)
        .mapToObj(seed.texts()::get)
        .toList();
  }

  private static Evaluation evaluate(
      Trained heads, Calibrations calibrations, List<LabelledText> texts) {
    return new Evaluation(
        texts.stream()
            .map(text -> new Judged(text, heads.scores(text, Coordinates.NONE)).under(calibrations))
            .toList());
  }

  private static Judged.Prediction predicted(LabelledText text, NeedCategory category) {
    double[] probabilities = new double[Heads.COUNT];
    probabilities[Heads.of(category)] = 1;
    return new Judged.Prediction(text, probabilities, Thresholds.review());
  }

  private Voting noNetworks() throws IOException {
    NetworkTuner none =
        (network, lessons, classes, course) -> {
          throw new AssertionError("the fast tier has no network");
        };
    return new Voting(Settings.FAST, new TunedVotes(none, folder));
  }
}
