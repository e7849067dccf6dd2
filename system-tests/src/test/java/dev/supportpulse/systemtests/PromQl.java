package dev.supportpulse.systemtests;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of Prometheus' language as it takes to tell which metrics an expression reads. */
final class PromQl {

  /** What holds names of labels, durations and texts, but none of a metric. */
  private static final Pattern ASIDE =
      Pattern.compile(
          "\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]|\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");

  /** Not followed by a bracket, which would make it a function. */
  private static final Pattern NAME = Pattern.compile("(?<![\\w:])[a-zA-Z_:][\\w:]*+(?!\\s*\\()");

  private static final Set<String> OPERATORS = Set.of("and", "or", "unless");

  /**
   * What is grouped by which labels: how every expression here writes it, {@code sum by (…) (…)}.
   */
  private static final Pattern BY = Pattern.compile("\\bby\\s*\\(([^)]*)\\)\\s*(\\()?");

  private static final Pattern LABEL = Pattern.compile("\\w+");

  private PromQl() {}

  /**
   * The labels that an expression groups by, each of every metric that it groups: {@code
   * metric{label}}.
   *
   * @throws IllegalArgumentException if what is grouped isn't in brackets after its labels
   */
  static Set<String> grouped(String expression) {
    Set<String> grouped = new TreeSet<>();
    Matcher by = BY.matcher(expression);
    while (by.find()) {
      if (by.group(2) == null) {
        throw new IllegalArgumentException("write 'sum by (…) (…)': " + expression);
      }
      Set<String> metrics = metrics(bracketed(expression, by.start(2)));
      LABEL
          .matcher(by.group(1))
          .results()
          .forEach(label -> metrics.forEach(it -> grouped.add(labelled(it, label.group()))));
    }
    return grouped;
  }

  /** How a label of a metric is written here: {@code metric{label}}. */
  static String labelled(String metric, String label) {
    return metric + "{" + label + "}";
  }

  /** From the opening bracket there to the one that closes it. */
  private static String bracketed(String expression, int from) {
    int depth = 0;
    for (int i = from; i < expression.length(); i++) {
      depth += expression.charAt(i) == '(' ? 1 : expression.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return expression.substring(from, i + 1);
      }
    }
    throw new IllegalArgumentException("a bracket isn't closed: " + expression);
  }

  /** The names of all metrics that an expression reads. */
  static Set<String> metrics(String expression) {
    Set<String> metrics = new TreeSet<>();
    String rest = expression;
    for (String last = ""; !last.equals(rest); ) {
      last = rest;
      rest = ASIDE.matcher(rest).replaceAll(" ");
    }
    Matcher names = NAME.matcher(rest);
    while (names.find()) {
      if (!OPERATORS.contains(names.group())) {
        metrics.add(names.group());
      }
    }
    return metrics;
  }
}
