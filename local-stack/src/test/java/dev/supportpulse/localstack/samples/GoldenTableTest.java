package dev.supportpulse.localstack.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.client.Answers;
import dev.supportpulse.client.Answers.Answer;
import dev.supportpulse.client.Answers.Request;
import dev.supportpulse.events.EventCodec;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class GoldenTableTest {

  private static final Instant ANCHOR = Instant.parse("2026-11-22T01:23:45Z");

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  @Test
  void figures_that_agree_are_ticked() throws Exception {
    try (Answers metrics = new Answers(request -> summary(request, value -> value))) {
      assertThat(GoldenTable.print(target(metrics), ANCHOR, out, Duration.ZERO)).isTrue();

      assertThat(lines("✓")).hasSize(GoldenFigure.ALL.size());
      assertThat(lines("[1]"))
          .anySatisfy(line -> assertThat(line).contains("profit R", "100 000", "110 000", "✓"));
      assertThat(metrics.requests())
          .extracting(request -> request.address().toString())
          .contains("/v1/projects/default/summary?window=P30D&at=2026-11-22T01:24:00Z");
    }
  }

  @Test
  void an_amount_agrees_to_the_last_digit_and_a_ratio_to_the_twelfth() throws Exception {
    UnaryOperator<BigDecimal> off =
        value -> value.add(new BigDecimal(value.scale() > 0 ? "1e-13" : "0.01"));
    try (Answers metrics = new Answers(request -> summary(request, off))) {
      assertThat(GoldenTable.print(target(metrics), ANCHOR, out, Duration.ZERO)).isFalse();

      assertThat(lines("✗")).hasSize(4).allMatch(line -> line.contains(".01"));
    }
  }

  @Test
  void figures_that_come_late_are_waited_for() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (Answers metrics =
        new Answers(
            request ->
                asked.incrementAndGet() < 4
                    ? Answer.of(200, "{\"groups\": [{\"key\": {}, \"figures\": {}}]}")
                    : summary(request, value -> value))) {
      assertThat(GoldenTable.print(target(metrics), ANCHOR, out, Duration.ofSeconds(10))).isTrue();
    }
  }

  @Test
  void an_absent_figure_is_printed_with_its_reason() throws Exception {
    String noData =
        """
        {"groups": [{"key": {}, "figures": {
          "netSatisfaction": {"value": null, "reason": "NO_DATA", "n": 0}}}]}
        """;
    try (Answers metrics = new Answers(request -> Answer.of(200, noData))) {
      assertThat(GoldenTable.print(target(metrics), ANCHOR, out, Duration.ZERO)).isFalse();

      assertThat(lines("NO_DATA")).singleElement().asString().contains("net satisfaction S", "✗");
    }
  }

  @Test
  void a_service_that_fails_leaves_every_row_open() throws Exception {
    try (Answers metrics = new Answers(request -> Answer.of(503, "{}"))) {
      assertThat(GoldenTable.print(target(metrics), ANCHOR, out, Duration.ZERO)).isFalse();

      assertThat(lines("no answer")).hasSize(GoldenFigure.ALL.size());
    }
  }

  private List<String> lines(String with) {
    return printed
        .toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains(with))
        .toList();
  }

  /** A summary as design §7 writes it: ratios as numbers, amounts as text. */
  private static Answer summary(Request request, UnaryOperator<BigDecimal> change) {
    ObjectNode summary = EventCodec.mapper().createObjectNode();
    ObjectNode figures = summary.putArray("groups").addObject().putObject("figures");
    for (GoldenFigure figure : GoldenFigure.ALL) {
      if (request.address().getPath().equals("/v1/projects/" + figure.project() + "/summary")) {
        BigDecimal value = change.apply(figure.value());
        ObjectNode answer = figures.putObject(figure.name());
        if (figure.tolerance().signum() == 0) {
          answer.put("value", value.toPlainString());
        } else {
          answer.put("value", value);
        }
      }
    }
    return Answer.of(200, summary.toString());
  }

  private static SampleTarget target(Answers metrics) {
    return new SampleTarget(metrics.address(), metrics.address(), null);
  }
}
