package dev.supportpulse.classifier.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  @Test
  void isASoftmaxOfScaledScores() {
    double[] p =
        new Calibration(2, new double[] {0, 0, 0, 0, 0, 0, Math.log(3)})
            .probabilities(new double[7]);
    assertThat(p[6]).isCloseTo(3 / 9.0, within(1e-12));
    assertThat(p[0]).isCloseTo(1 / 9.0, within(1e-12));
  }

  @Test
  void givesProbabilitiesForExtremeScores() {
    double[] p = Calibration.none().probabilities(new double[] {1e6, -1e6, 0, 0, 0, 0, 1e6});
    assertThat(Arrays.stream(p).sum()).isCloseTo(1, within(1e-12));
    assertThat(p[0]).isCloseTo(0.5, within(1e-12));
  }
}
