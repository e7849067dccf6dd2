package dev.supportpulse.classifier.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DenseHeadsTest {

  private static final Offset<Float> EXACTLY = within(1e-6f);
  private static final List<String> SPACES = List.of("plane");

  /** z = ((5 − 1) · 0.5, (7 − 3) · 1) = (2, 4), ‖z‖ = √20, times 2. */
  @Test
  void standardisesToItsLength() {
    Standardisation standard =
        new Standardisation(SPACES, new float[] {1, 3}, new float[] {0.5f, 1}, 2);

    float[] values = standard.apply(new float[] {5, 7});

    assertThat(values[0]).isCloseTo((float) (2 * 2 / Math.sqrt(20)), EXACTLY);
    assertThat(values[1]).isCloseTo((float) (2 * 4 / Math.sqrt(20)), EXACTLY);
    assertThat(standard.apply(new float[] {1, 3})).containsExactly(0, 0);
  }

  @Test
  void scoresAreWeightedSums() {
    Standardisation standard =
        new Standardisation(SPACES, new float[] {0, 0}, new float[] {1, 1}, 1);
    float[] weights = new float[2 * Heads.COUNT];
    weights[3] = 10;
    weights[Heads.COUNT + 3] = 5;
    weights[Heads.COUNT] = -1;

    double[] scores = new DenseHeads(standard, weights).scores(new float[] {3, 4});

    assertThat(scores[3]).isCloseTo(0.6 * 10 + 0.8 * 5, within(1e-6));
    assertThat(scores[0]).isCloseTo(-0.8, within(1e-6));
    assertThat(scores[1]).isZero();
  }

  @Test
  void refusesWeightsOfOtherDimensions() {
    Standardisation standard = new Standardisation(SPACES, new float[1], new float[1], 1);
    assertThatThrownBy(() -> new DenseHeads(standard, new float[Heads.COUNT + 1]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aModelThatWantsAnotherSpaceIsRefusedByName() {
    NeedModel fast = ShippedModel.load();
    Standardisation standard =
        new Standardisation(List.of("elsewhere"), new float[1], new float[1], 1);
    NeedModel model =
        new NeedModel(
            fast.info(),
            fast.heads(),
            Map.of(Language.ENGLISH, new DenseHeads(standard, new float[Heads.COUNT])),
            Map.of(),
            fast.calibrations(),
            fast.thresholds(),
            fast.profile());
    assertThatThrownBy(() -> new NeedClassifier(model, ShippedModel.traits()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("elsewhere");
  }
}
