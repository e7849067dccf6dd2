package dev.supportpulse.classifier.need;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.Decision;
import dev.supportpulse.events.NeedCategory;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpecialisationTest {

  private static final NeedText CRASH =
      NeedText.of(null, "The app crashes with a NullPointerException when I press save");

  private final NeedModel model = ShippedModel.load();
  private final NeedClassifier shipped = new NeedClassifier(model, ShippedModel.traits());

  @Test
  void aProjectsOwnThresholdDecidesInItsProjectOnly() {
    Need usual = shipped.classify(CRASH);
    assertThat(usual.decision()).isEqualTo(Decision.AUTO);

    NeedClassifier careful = with(Map.of("careful", Map.of(usual.category(), Thresholds.NEVER)));

    assertThat(careful.read(CRASH, "careful").need().decision()).isEqualTo(Decision.REVIEW);
    assertThat(careful.read(CRASH, "other").need()).isEqualTo(usual);
    assertThat(careful.read(CRASH, null).need()).isEqualTo(usual);
  }

  @Test
  void aProjectsOwnThresholdPrecedesThatOfEveryProject() {
    NeedCategory category = shipped.classify(CRASH).category();
    NeedClassifier classifier =
        with(
            Map.of(
                Specialisation.EVERY,
                Map.of(category, Thresholds.NEVER),
                "bold",
                Map.of(category, 0.1)));

    assertThat(classifier.read(CRASH, "bold").need().decision()).isEqualTo(Decision.AUTO);
    assertThat(classifier.read(CRASH, "other").need().decision()).isEqualTo(Decision.REVIEW);
  }

  @Test
  void headsOfAProjectShiftItsTextsAndNameTheirEvidence() {
    FeatureVector features = FeatureVector.of(TextCleaner.clean(CRASH));
    WeightedTerms terms = model.heads().whole().weigh(features);
    short[] weights = new short[Heads.COUNT];
    weights[Heads.of(NeedCategory.TRAINING)] = 1;
    ProjectHeads heads = new ProjectHeads(new int[] {terms.bucket(0)}, weights, 100);

    NeedClassifier classifier = shipped.with(model, Specialisation.NONE.with(Map.of("own", heads)));

    Need need = classifier.read(CRASH, "own").need();
    assertThat(need.category()).isEqualTo(NeedCategory.TRAINING);
    assertThat(need.evidence().get(0).term()).isEqualTo(features.term(0));
    assertThat(need.alternatives()).allMatch(one -> one.confidence() <= need.confidence());
  }

  private NeedClassifier with(Map<String, Map<NeedCategory, Double>> auto) {
    return shipped.with(model, new Specialisation(Map.of(), auto));
  }
}
