package dev.supportpulse.benchmarks.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScoresTest {

  private static final List<Text> TEXTS =
      List.of(
          text("x", "one"), text("x", "one"), text("y", "one"), text("y", "two"), text("x", "two"));

  /** x: 2·2 / (3 + 3); y: 2·1 / (2 + 2). */
  @Test
  void macro_f1_is_the_mean_of_the_labels() {
    Scores scores = Scores.of(task(false), List.of("x", "x", "x", "y", "y"));

    assertThat(scores.accuracy()).isCloseTo(3.0 / 5, within(1e-12));
    assertThat(scores.macroF1()).isCloseTo((2.0 / 3 + 1.0 / 2) / 2, within(1e-12));
  }

  /** In "one" y is taken for x: x 2·2 / (2 + 3), y 0; in "two" all is right. */
  @Test
  void by_source_it_is_the_mean_of_the_sources() {
    Scores scores = Scores.of(task(true), List.of("x", "x", "x", "y", "x"));

    assertThat(scores.macroF1()).isCloseTo((4.0 / 5 / 2 + 1) / 2, within(1e-12));
  }

  @Test
  void as_many_predictions_as_texts_are_needed() {
    assertThatThrownBy(() -> Scores.of(task(false), List.of("x")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Task task(boolean bySource) {
    return new Task("task", List.of(), List.of(), TEXTS, bySource);
  }

  private static Text text(String label, String source) {
    return new Text("id", "en", label, source, "text");
  }
}
