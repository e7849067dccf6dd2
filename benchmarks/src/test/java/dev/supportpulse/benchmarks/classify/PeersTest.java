package dev.supportpulse.benchmarks.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the processes of both classifiers are spoken to. */
class PeersTest {

  @Test
  void fast_text_gets_words_apart_on_one_line() {
    assertThat(FastText.words("It CRASHES!\n升级 v2")).isEqualTo("it crashes ! 升 级 v2");
  }

  @Test
  void our_answer_is_the_last_line() throws IOException {
    String output = "a library says hello\n{\"loadMillis\": 7}\n";
    assertThat(OurTier.json(output).path("loadMillis").intValue()).isEqualTo(7);
  }

  @Test
  void the_peak_is_told_by_the_system() {
    assertThat(Child.peakMiB("Name:\tjava\nVmHWM:\t  2048 kB\nVmRSS:\t 1024 kB\n"))
        .isCloseTo(2, within(1e-12));
  }

  @Test
  void a_command_that_fails_says_why() throws Exception {
    assertThat(Child.run(List.of("echo", "here")).output()).isEqualTo("here\n");
    assertThatThrownBy(() -> Child.run(List.of("ls", "/nowhere/at/all")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/nowhere/at/all");
  }
}
