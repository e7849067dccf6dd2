package dev.supportpulse.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportpulse.benchmarks.Options.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

  @ParameterizedTest
  @CsvSource({
    "intake, THROUGHPUT, false, 0",
    "intake --quick, THROUGHPUT, true, 0",
    "intake --soak 10, SOAK, false, 10",
    "intake --noisy --quick, NOISY, true, 0",
    "metrics, COUNTING, false, 0",
    "query --quick, QUERY, true, 0",
    "stream, STREAM, false, 0",
    "classifier, CLASSIFIER, false, 0",
    "classifier --folds, CROSS_VALIDATION, false, 0",
    "plan --quick, PLAN, true, 0",
  })
  void options_say_what_to_do(String line, Mode mode, boolean quick, int minutes) {
    assertThat(parse(line))
        .isEqualTo(
            new Options(
                Path.of("/checkout"),
                mode,
                quick,
                Duration.ofMinutes(minutes),
                Path.of("/checkout/../shared/data")));
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "outtake",
    "intake --fast",
    "intake --soak",
    "intake --soak 10m",
    "metrics --noisy",
    "metrics --data /texts",
    "classifier --data",
    "classifier --quick",
    "intake --folds"
  })
  void what_means_nothing_is_refused(String line) {
    assertThatThrownBy(() -> parse(line)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_classifiers_texts_may_lie_elsewhere() {
    assertThat(parse("classifier --data /texts").data()).isEqualTo(Path.of("/texts"));
    assertThat(parse("classifier --folds --data /texts"))
        .isEqualTo(parse("classifier --data /texts --folds"));
  }

  @Test
  void the_usage_names_every_mode() {
    assertThat(Options.USAGE).contains("--quick", "--soak", "--noisy", "--data");
  }

  private static Options parse(String line) {
    List<String> arguments = new ArrayList<>(List.of("/checkout"));
    arguments.addAll(List.of(line.split(" ", -1)));
    return Options.parse(arguments);
  }
}
