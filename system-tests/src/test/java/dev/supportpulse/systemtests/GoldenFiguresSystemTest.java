package dev.supportpulse.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.localstack.Service;
import dev.supportpulse.localstack.samples.GoldenTable;
import dev.supportpulse.localstack.samples.SampleTarget;
import dev.supportpulse.localstack.samples.Samples;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * The figures of the source documents, as the running system computes them from the sample feeds,
 * and again when the feeds are replayed a second time; and what the initiatives of the four
 * scenarios changed.
 */
class GoldenFiguresSystemTest {

  /** All that a sample year has before and after: an effect stands far out of its noise then. */
  private static final String EFFECT = "/effect?window=P200D";

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

      for (String project : Samples.initiatives(anchor).keySet()) {
        assertInitiativeRaisedSatisfaction(target.metrics(), project);
      }
    }
  }

  private static void assertInitiativeRaisedSatisfaction(URI metrics, String project)
      throws Exception {
    Summaries.awaitComplete(metrics, project);
    URI initiatives = metrics.resolve("/v1/projects/" + project + "/initiatives");
    JsonNode kept = Http.get(initiatives).body().path("initiatives");
    assertThat(kept).as("initiatives of %s", project).hasSize(1);
    String name = kept.get(0).path("name").asText();
    JsonNode effects = Http.get(URI.create(initiatives + "/" + name + EFFECT)).body();
    JsonNode effect = effects.at("/effects/0");
    assertThat(effect.path("figure").asText()).as("%s", effects).isEqualTo("netSatisfaction");
    assertThat(effect.path("clear").asBoolean()).as("%s", effects).isTrue();
    assertThat(effect.path("low").asDouble()).as("%s", effects).isPositive();
  }

  private static void assertGolden(SampleTarget target, Instant anchor) throws Exception {
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    boolean golden =
        GoldenTable.print(target, anchor, new PrintStream(table, true, StandardCharsets.UTF_8));
    assertThat(golden).as(table.toString(StandardCharsets.UTF_8)).isTrue();
  }
}
