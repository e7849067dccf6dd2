package dev.supportpulse.localstack.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesCommandTest {

  @Test
  void theSamplesEndAtTheFirstStartEverAfter(@TempDir Path state) throws Exception {
    SamplesCommand first = new SamplesCommand(state, System.out);
    assertThat(first.anchor()).isBetween(Instant.now().minusSeconds(60), Instant.now());

    Files.writeString(state.resolve("anchor"), "2026-03-01T10:00:00Z\n");
    assertThat(new SamplesCommand(state, System.out).anchor())
        .isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
  }

  @Test
  void whatWasNotTakenIsTriedAgainAtTheNextStart(@TempDir Path state) {
    URI nowhere = URI.create("http://127.0.0.1:1");
    SamplesCommand command = new SamplesCommand(state, System.out);

    assertThatThrownBy(() -> command.run(new SampleTarget(nowhere, nowhere, "key")))
        .isInstanceOf(ReplayFailed.class)
        .hasMessageContaining("127.0.0.1:1");
    assertThat(state.resolve("replayed")).doesNotExist();
  }
}
