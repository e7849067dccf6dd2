package dev.supportpulse.localstack.redrive;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** What intake answers, as a terminal shows it. */
final class RedriveTables {

  private static final int LONGEST_CELL = 60;

  private final PrintStream out;

  RedriveTables(PrintStream out) {
    this.out = out;
  }

  void counts(JsonNode answer) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("topic", "code", "state", "letters"));
    for (JsonNode topic : answer.get("topics")) {
      String name = topic.get("topic").asText();
      for (JsonNode count : topic.get("counts")) {
        rows.add(List.of(name, text(count, "code"), text(count, "state"), text(count, "letters")));
      }
      if (topic.get("older").asLong() > 0) {
        rows.add(List.of(name, "(older ones)", "", text(topic, "older")));
      }
    }
    table(rows, "Nothing was set aside.");
  }

  void letters(JsonNode answer) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("letter", "state", "tries", "kept at", "project", "code", "reason"));
    for (JsonNode letter : answer.get("letters")) {
      rows.add(
          List.of(
              brief(text(letter, "id")),
              text(letter, "state"),
              text(letter, "attempts"),
              text(letter, "keptAt"),
              text(letter, "project"),
              text(letter, "code"),
              text(letter, "reason")));
    }
    table(rows, "No such letters.");
    more(answer);
  }

  void letter(JsonNode letter) {
    out.println(letter.toPrettyString());
  }

  void report(JsonNode answer) {
    boolean dry = answer.get("dryRun").asBoolean();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("letter", "state", "project", "code", dry ? "would be" : "was", ""));
    for (JsonNode line : answer.get("letters")) {
      rows.add(
          List.of(
              brief(text(line, "id")),
              text(line, "state"),
              text(line, "project"),
              text(line, "code"),
              action(line),
              text(line, "why")));
    }
    table(rows, "No such letters.");
    more(answer);
    if (dry && answer.get("done").asLong() > 0) {
      out.println("Nothing was done. Add --yes to do it.");
    }
  }

  private static String action(JsonNode line) {
    return switch (text(line, "action")) {
      case "REDRIVE" -> "sent to " + text(line, "to") + ", attempt " + text(line, "attempt");
      case "PARK" -> "parked";
      default -> "left";
    };
  }

  private void more(JsonNode answer) {
    if (answer.hasNonNull("next")) {
      out.println("There may be more: add --after " + brief(text(answer, "next")));
    }
  }

  /** Columns as wide as their widest cell; the last one as long as it is. */
  private void table(List<List<String>> rows, String otherwise) {
    if (rows.size() == 1) {
      out.println(otherwise);
      return;
    }
    int columns = rows.get(0).size();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < columns - 1; column++) {
        String cell = cut(row.get(column));
        line.append(cell).append(" ".repeat(width(rows, column) - cell.length() + 2));
      }
      out.println(line.append(row.get(columns - 1)).toString().stripTrailing());
    }
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> cut(row.get(column)).length()).max().orElse(0);
  }

  private static String cut(String cell) {
    return cell.length() <= LONGEST_CELL ? cell : cell.substring(0, LONGEST_CELL - 1) + "…";
  }

  /** {@code support.metrics.dead-letters/0/17} as {@code metrics/0/17}. */
  private static String brief(String letter) {
    return letter.replaceFirst("^support\\.([a-z]+)(\\.dead-letters)?/", "$1/");
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }
}
