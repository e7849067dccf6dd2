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

  private PromQl() {}

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
