package dev.supportpulse.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  @Test
  void each_round_is_compared_with_itself() {
    // A round in which everything was ten times as slow doesn't touch the ratio.
    Comparison comparison =
        Comparison.of(
            Map.of("ours", rates(70, 8, 60), "peer", rates(100, 10, 100)), "ours", "peer", 0.7);

    assertThat(comparison.ratio()).isEqualTo(0.7);
    assertThat(comparison.met()).isTrue();
  }

  @Test
  void less_than_the_target_is_missed() {
    Comparison comparison =
        Comparison.of(Map.of("ours", rates(69), "peer", rates(100)), "ours", "peer", 0.7);

    assertThat(comparison.met()).isFalse();
  }

  @Test
  void who_took_no_turns_is_not_compared() {
    assertThatThrownBy(
            () -> Comparison.of(Map.of("ours", rates(1, 2), "peer", rates(1)), "ours", "peer", 0.7))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Measured> rates(double... eventsPerSecond) {
    return Arrays.stream(eventsPerSecond)
        .mapToObj(rate -> new Measured(rate, 0, 0, 0, 0, 0, 0))
        .toList();
  }
}
