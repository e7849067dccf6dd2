package dev.supportpulse.classifier.learning;

import static dev.supportpulse.events.NeedCategory.OTHER;
import static dev.supportpulse.events.NeedCategory.SECURITY;
import static dev.supportpulse.events.NeedCategory.TRAINING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.supportpulse.classifier.learning.Comparison.Difference;
import dev.supportpulse.classifier.learning.Comparison.Judged;
import dev.supportpulse.events.ClassifierTier;
import dev.supportpulse.events.NeedCategory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  @Test
  void countsWhoWasRightAndF1OfEachCategory() {
    Comparison comparison =
        Comparison.of(
            List.of(
                new Judged(SECURITY, SECURITY, SECURITY),
                new Judged(SECURITY, OTHER, SECURITY),
                new Judged(OTHER, OTHER, SECURITY),
                new Judged(OTHER, SECURITY, SECURITY)));

    assertThat(comparison.championAccuracy()).isEqualTo(0.5);
    assertThat(comparison.challengerAccuracy()).isEqualTo(0.5);
    assertThat(comparison.onlyChampion()).isEqualTo(1);
    assertThat(comparison.onlyChallenger()).isEqualTo(1);
    Difference security = Objects.requireNonNull(comparison.categories().get(SECURITY));
    assertThat(security.texts()).isEqualTo(2);
    assertThat(security.championF1()).isCloseTo(2.0 * 1 / (2 + 2), within(1e-12));
    assertThat(security.challengerF1()).isCloseTo(2.0 * 2 / (2 + 4), within(1e-12));
  }

  @Test
  void recommendsWhatIsBetterBeyondChanceAndLosesNowhere() {
    assertThat(recommended(corrections(20, 2), heldBack(100, 99))).isTrue();
  }

  @Test
  void doesNotRecommendWhatMayBeChance() {
    assertThat(recommended(corrections(5, 2), heldBack(100, 99))).isFalse();
  }

  @Test
  void doesNotRecommendWhatLosesMoreThanTwoPointsOfACategory() {
    assertThat(recommended(corrections(20, 2), heldBack(100, 94))).isFalse();
  }

  @Test
  void nothingToJudgeIsNoReasonToRecommend() {
    assertThat(recommended(List.of(), heldBack(100, 100))).isFalse();
  }

  private static boolean recommended(List<Judged> corrections, List<Judged> heldBack) {
    ClassifierTier tier = ClassifierTier.FAST;
    return ShadowReport.of(
            "champion",
            Map.of(tier, Comparison.of(corrections)),
            Map.of(tier, Comparison.of(heldBack)))
        .recommended();
  }

  private static List<Judged> corrections(int onlyChallenger, int onlyChampion) {
    List<Judged> texts = new ArrayList<>();
    texts.addAll(Collections.nCopies(onlyChallenger, new Judged(SECURITY, OTHER, SECURITY)));
    texts.addAll(Collections.nCopies(onlyChampion, new Judged(TRAINING, TRAINING, OTHER)));
    return texts;
  }

  private static List<Judged> heldBack(int texts, int right) {
    List<Judged> judged = new ArrayList<>();
    for (NeedCategory category : List.of(SECURITY, TRAINING)) {
      judged.addAll(Collections.nCopies(right, new Judged(category, category, category)));
      judged.addAll(Collections.nCopies(texts - right, new Judged(category, category, OTHER)));
    }
    return judged;
  }
}
