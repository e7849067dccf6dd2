package dev.supportpulse.classifier.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class McNemarTest {

  @Test
  void isTheExactTwoSidedBinomialTest() {
    // (C(6,0) + C(6,1)) / 2^6, twice.
    assertThat(McNemar.pValue(1, 5)).isCloseTo(2 * 7 / 64.0, within(1e-12));
    // (1 + 20 + 190 + 1140 + 4845 + 15504) / 2^20, twice.
    assertThat(McNemar.pValue(5, 15)).isCloseTo(2 * 21_700 / 1_048_576.0, within(1e-12));
    assertThat(McNemar.pValue(15, 5)).isEqualTo(McNemar.pValue(5, 15));
  }

  @Test
  void noDifferenceIsNoEvidence() {
    assertThat(McNemar.pValue(0, 0)).isEqualTo(1);
    assertThat(McNemar.pValue(4, 4)).isEqualTo(1);
  }

  @Test
  void standsLargeNumbers() {
    assertThat(McNemar.pValue(0, 2_000)).isBetween(0.0, 1e-300);
    assertThat(McNemar.pValue(990, 1_010)).isBetween(0.6, 0.7);
  }
}
