package dev.supportpulse.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StatisticsTest {

  @Test
  void the_median_is_the_value_in_the_middle() {
    assertThat(Statistics.median(9, 1, 5)).isEqualTo(5);
    assertThat(Statistics.median(9, 1, 5, 6)).isEqualTo(5.5);
    assertThatThrownBy(Statistics::median).isInstanceOf(IllegalArgumentException.class);
  }

  /** The expected values are those of R's {@code lm} formulas, worked by hand. */
  @Test
  void a_trend_has_slope_and_margin() {
    Trend trend = Trend.of(new double[] {0, 1, 2, 3}, new double[] {1, 3, 2, 4});

    assertThat(trend.slope()).isCloseTo(0.8, within(1e-12));
    // Residuals -0.3, 0.9, -0.9, 0.3: sum of squares 1.8; sxx 5; sqrt(1.8 / 2 / 5) = 0.424264.
    assertThat(trend.margin()).isCloseTo(1.96 * 0.424264, within(1e-5));
  }

  @Test
  void a_straight_line_leaves_no_doubt() {
    Trend trend = Trend.of(new double[] {0, 60, 120}, new double[] {5, 6, 7});

    assertThat(trend.slope()).isCloseTo(1.0 / 60, within(1e-12));
    assertThat(trend.margin()).isCloseTo(0, within(1e-9));
  }

  @Test
  void two_points_have_no_trend() {
    assertThatThrownBy(() -> Trend.of(new double[] {0, 1}, new double[] {0, 1}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
