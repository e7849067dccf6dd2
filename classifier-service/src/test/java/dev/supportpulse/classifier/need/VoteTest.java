package dev.supportpulse.classifier.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportpulse.events.NeedCategory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VoteTest {

  private static final NeedText TEXT = NeedText.of(null, "The page is blank and the app crashes");

  @Test
  void aVoteOutweighsTheHeadsByItsWeight() {
    assertThat(classified(0)).isEqualTo(NeedCategory.FUNCTIONAL_DEFECT);
    assertThat(classified(100)).isEqualTo(NeedCategory.TRAINING);
  }

  @Test
  void anotherLanguageIsNotVotedOn() {
    NeedText chinese = NeedText.of(null, "页面空白，应用崩溃");
    assertThat(classifier(100).classify(chinese).category())
        .isEqualTo(classifier(0).classify(chinese).category());
  }

  @Test
  void aModelWithoutItsNetworkIsRefusedByName() {
    assertThatThrownBy(() -> new NeedClassifier(model(1), ShippedModel.traits()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("trainers");
  }

  @Test
  void aModelFileKeepsVotes() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ModelFile.write(model(0.5), file);
    assertThat(ModelFile.read(new ByteArrayInputStream(file.toByteArray())).votes())
        .isEqualTo(model(0.5).votes());
  }

  private static NeedCategory classified(double weight) {
    return classifier(weight).classify(TEXT).category();
  }

  private static NeedClassifier classifier(double weight) {
    return new NeedClassifier(
        model(weight), ShippedModel.traits(), Embeddings.of(List.of(new Trainers())));
  }

  private static NeedModel model(double weight) {
    NeedModel fast = ShippedModel.load();
    return new NeedModel(
        fast.info(),
        fast.heads(),
        Map.of(),
        Map.of(Language.ENGLISH, new Vote("trainers", weight)),
        fast.calibrations(),
        fast.thresholds(),
        fast.profile());
  }

  /** Takes everything for TRAINING. */
  private static final class Trainers implements Embedder {

    @Override
    public String space() {
      return "trainers";
    }

    @Override
    public int dimensions() {
      return Heads.COUNT;
    }

    @Override
    public float[] embed(String text) {
      float[] scores = new float[Heads.COUNT];
      scores[Heads.of(NeedCategory.TRAINING)] = 1;
      return scores;
    }
  }
}
