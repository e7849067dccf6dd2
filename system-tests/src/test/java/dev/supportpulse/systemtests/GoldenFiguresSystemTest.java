package dev.supportpulse.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.localstack.Service;
import dev.supportpulse.localstack.samples.GoldenTable;
import dev.supportpulse.localstack.samples.SampleTarget;
import dev.supportpulse.localstack.samples.Samples;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * The figures of the source documents, as the running system computes them from the sample feeds,
 * and again when the feeds are replayed a second time.
 */
class GoldenFiguresSystemTest {

  @Test
  void comeOutToTheDigit() throws Exception {
    try (Pipeline pipeline = Pipeline.start()) {
      SampleTarget target =
          new SampleTarget(
              pipeline.service(Service.INTAKE).uri(),
              pipeline.service(Service.METRICS).uri(),
              null);
      Instant anchor = Instant.now();

      Samples.replay(target, anchor, (accepted, total) -> {});
      assertGolden(target, anchor);

      Samples.replay(target, anchor, (accepted, total) -> {});
      assertGolden(target, anchor);
    }
  }

  private static void assertGolden(SampleTarget target, Instant anchor) throws Exception {
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    boolean golden =
        GoldenTable.print(target, anchor, new PrintStream(table, true, StandardCharsets.UTF_8));
    assertThat(golden).as(table.toString(StandardCharsets.UTF_8)).isTrue();
  }
}
