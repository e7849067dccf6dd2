package dev.supportpulse.localstack.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figures that the source documents print for their worked cases, beside what the running
 * system computes for them (requirements §2).
 */
public final class GoldenTable {

  /** How long the figures may take to arrive. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration POLL = Duration.ofMillis(500);
  private static final String WINDOW = "P30D";
  private static final String LINE = "  %-26s %-36s %10s %10s  %s%n";

  private GoldenTable() {}

  /**
   * Waits up to a minute until every figure agrees, then prints them as they are.
   *
   * @param anchor the instant that the samples were replayed with
   * @return whether every row agrees: amounts exactly, ratios to 1e-12
   */
  public static boolean print(SampleTarget target, Instant anchor, PrintStream out)
      throws InterruptedException {
    return print(target, anchor, out, PATIENCE);
  }

  static boolean print(SampleTarget target, Instant anchor, PrintStream out, Duration patience)
      throws InterruptedException {
    MetricsClient client = new MetricsClient(target);
    Instant to = roundedUp(anchor);
    Instant giveUp = Instant.now().plus(patience);
    List<Answer> answers = answers(client, to);
    while (!agree(answers) && Instant.now().isBefore(giveUp)) {
      Thread.sleep(POLL.toMillis());
      answers = answers(client, to);
    }
    print(answers, to, out);
    return agree(answers);
  }

  private static Instant roundedUp(Instant instant) {
    Instant minute = instant.truncatedTo(ChronoUnit.MINUTES);
    return minute.equals(instant) ? minute : minute.plus(1, ChronoUnit.MINUTES);
  }

  private static List<Answer> answers(MetricsClient client, Instant to)
      throws InterruptedException {
    Map<String, JsonNode> figuresOf = new HashMap<>();
    List<Answer> answers = new ArrayList<>();
    for (GoldenFigure figure : GoldenFigure.ALL) {
      JsonNode figures = figuresOf.get(figure.project());
      if (figures == null) {
        figures = figures(client, figure.project(), to);
        figuresOf.put(figure.project(), figures);
      }
      answers.add(Answer.read(figure, figures.path(figure.name())));
    }
    return answers;
  }

  private static JsonNode figures(MetricsClient client, String project, Instant to)
      throws InterruptedException {
    try {
      return client.summary(project, WINDOW, to).at("/groups/0/figures");
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  private static boolean agree(List<Answer> answers) {
    return answers.stream().allMatch(Answer::agrees);
  }

  private static void print(List<Answer> answers, Instant to, PrintStream out) {
    List<String> notes = new ArrayList<>();
    out.printf("The source documents' worked cases, 30 days to %s%n%n", to);
    out.printf(LINE, "figure", "inputs", "source", "ours", "");
    for (Answer answer : answers) {
      GoldenFigure figure = answer.figure();
      String mark = answer.agrees() ? "✓" : "✗";
      if (figure.slip() != null) {
        notes.add(figure.slip());
        mark += " [" + notes.size() + "]";
      }
      out.printf(LINE, figure.label(), figure.inputs(), figure.printed(), answer.text(), mark);
    }
    out.println();
    for (int i = 0; i < notes.size(); i++) {
      out.printf("  [%d] %s%n", i + 1, notes.get(i));
    }
  }

  /** What the system says of one figure: a value, or why there is none. */
  private record Answer(GoldenFigure figure, Optional<BigDecimal> value, String reason) {

    static Answer read(GoldenFigure figure, JsonNode answer) {
      return answer.hasNonNull("value")
          ? new Answer(figure, Optional.of(new BigDecimal(answer.get("value").asText())), "")
          : new Answer(figure, Optional.empty(), answer.path("reason").asText("no answer"));
    }

    boolean agrees() {
      return value.filter(figure::agreesWith).isPresent();
    }

    String text() {
      return value.map(GoldenFigure::text).orElse(reason);
    }
  }
}
