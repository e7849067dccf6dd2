package dev.supportpulse.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.localstack.Service;
import dev.supportpulse.localstack.samples.GoldenTable;
import dev.supportpulse.localstack.samples.Samples;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
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
      URI intake = pipeline.service(Service.INTAKE).uri();
      URI metrics = pipeline.service(Service.METRICS).uri();
      Instant anchor = Instant.now();

      Samples.replay(intake, metrics, anchor, (accepted, total) -> {});
      assertGolden(metrics, anchor);

      Samples.replay(intake, metrics, anchor, (accepted, total) -> {});
      assertGolden(metrics, anchor);
    }
  }

  private static void assertGolden(URI metrics, Instant anchor) throws Exception {
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    boolean golden =
        GoldenTable.print(metrics, anchor, new PrintStream(table, true, StandardCharsets.UTF_8));
    assertThat(golden).as(table.toString(StandardCharsets.UTF_8)).isTrue();
  }
}
