package dev.supportpulse.classifier.need;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.NeedCategory;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadsTest {

  @Test
  void choosesTheLikeliest() {
    assertThat(
            chosen(
                Map.of(
                    NeedCategory.PERFORMANCE, 0.4,
                    NeedCategory.FUNCTIONAL_DEFECT, 0.35,
                    NeedCategory.SECURITY, 0.25)))
        .isEqualTo(NeedCategory.PERFORMANCE);
  }

  /** 1.5 · 0.35 > 0.5, but 1.5 · 0.33 < 0.5. */
  @Test
  void choosesSecurityBeforeItIsTheLikeliest() {
    assertThat(chosen(Map.of(NeedCategory.FUNCTIONAL_DEFECT, 0.5, NeedCategory.SECURITY, 0.35)))
        .isEqualTo(NeedCategory.SECURITY);
    assertThat(chosen(Map.of(NeedCategory.FUNCTIONAL_DEFECT, 0.5, NeedCategory.SECURITY, 0.33)))
        .isEqualTo(NeedCategory.FUNCTIONAL_DEFECT);
  }

  private static NeedCategory chosen(Map<NeedCategory, Double> probabilities) {
    double[] values = new double[Heads.COUNT];
    probabilities.forEach((category, probability) -> values[Heads.of(category)] = probability);
    return Heads.chosen(values);
  }
}
