package dev.supportpulse.classifier.need;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.Decision;
import dev.supportpulse.events.NeedCategory;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThresholdsTest {

  private static final Thresholds HALF = all(0.5);

  @Test
  void whatReachesItsCategorysThresholdStandsByItself() {
    Thresholds strictInOne = HALF.with(Map.of(NeedCategory.TRAINING, 0.9));

    assertThat(decided(strictInOne, NeedCategory.OTHER, 0.8, 0)).isEqualTo(Decision.AUTO);
    assertThat(decided(strictInOne, NeedCategory.OTHER, 0.49, 0)).isEqualTo(Decision.REVIEW);
    assertThat(decided(strictInOne, NeedCategory.TRAINING, 0.8, 0)).isEqualTo(Decision.REVIEW);
    assertThat(decided(strictInOne, NeedCategory.TRAINING, 0.9, 0)).isEqualTo(Decision.AUTO);
  }

  @Test
  void whatMayBeASecurityMatterIsLookedAtHoweverSureTheModelIsOfSomethingElse() {
    assertThat(decided(HALF, NeedCategory.USAGE_QUESTION, 0.86, 0.14)).isEqualTo(Decision.AUTO);
    assertThat(decided(HALF, NeedCategory.USAGE_QUESTION, 0.85, 0.15)).isEqualTo(Decision.REVIEW);
    assertThat(decided(all(0.01), NeedCategory.USAGE_QUESTION, 0.85, 0.15))
        .isEqualTo(Decision.REVIEW);
  }

  @Test
  void noSettingLetsDoubtfulSecurityPass() {
    Thresholds set = HALF.with(Map.of(NeedCategory.SECURITY, 0.1));

    assertThat(decided(set, NeedCategory.SECURITY, 0, 0.49)).isEqualTo(Decision.REVIEW);
    assertThat(decided(set, NeedCategory.SECURITY, 0, 0.5)).isEqualTo(Decision.AUTO);
    assertThat(
            decided(HALF.with(Map.of(NeedCategory.SECURITY, 0.9)), NeedCategory.SECURITY, 0, 0.8))
        .isEqualTo(Decision.REVIEW);
  }

  private static Thresholds all(double least) {
    double[] auto = new double[Heads.COUNT];
    Arrays.fill(auto, least);
    return new Thresholds(auto);
  }

  private static Decision decided(
      Thresholds thresholds, NeedCategory category, double confidence, double security) {
    double[] probabilities = new double[Heads.COUNT];
    probabilities[Heads.of(category)] = confidence;
    probabilities[Heads.of(NeedCategory.SECURITY)] = security;
    return thresholds.decide(category, probabilities);
  }
}
