package dev.supportpulse.classifier.diagnosis;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line as loggers write it: times, level, thread, process and logger before the message.
 *
 * @param level in upper case; empty if the line has none
 * @param text the message
 */
record LogLine(String level, String text) {

  private static final Set<String> ERRORS =
      Set.of("ERROR", "SEVERE", "CRITICAL", "FATAL", "PANIC", "ALERT", "EMERG");

  /** What makes a line a log's: it begins with a time, or with the name of a container. */
  private static final List<Pattern> STARTS =
      List.of(
          Pattern.compile("[\\w.-]{1,80}\\s{1,40}\\|\\s"), // docker compose
          Pattern.compile( // ISO 8601, with or without its date, and Go's
              "\\[?(?:\\d{4}[-/]\\d\\d[-/]\\d\\d[T ])?\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?"
                  + "(?:Z|\\s?[+-]\\d\\d:?\\d\\d)?\\]?\\s+"),
          Pattern.compile( // syslog
              "[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\S{1,80} \\S{1,80}\\[\\d+\\]: "),
          Pattern.compile( // klog
              "[IWEF]\\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d+\\s+\\d+ [^\\]\\s]{1,80}\\] "));

  private static final Pattern LEVEL =
      Pattern.compile(
          "[\\[(<]?(TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|SEVERE|CRITICAL|FATAL|PANIC|ALERT|EMERG"
              + "|(?<=[\\[(<])(?:debug|info|notice|warn|warning|error|critical|fatal))[\\])>]?(?::[\\w.]{1,80}:|:?\\s+)");

  /** Thread, process and logger: only looked for where a time or a level came before. */
  private static final List<Pattern> DETAILS =
      List.of(
          Pattern.compile("\\[[^\\]\\n]{1,120}\\]:?\\s*"),
          Pattern.compile("\\d{1,8}\\s+(?=---|\\[)"),
          Pattern.compile("---\\s+"),
          Pattern.compile("[\\w$-]{1,60}(?:\\.[\\w$-]{1,60}){1,20}\\s+[-:]\\s+"),
          Pattern.compile("- "));

  private static final int MOST_PARTS = 8;

  /** Reads a line; one without a logger's prefix is all message. */
  static LogLine of(String line) {
    int start = 0;
    String level = "";
    for (int part = 0; part < MOST_PARTS; part++) {
      Matcher matcher = LEVEL.matcher(line).region(start, line.length());
      if (level.isEmpty() && matcher.useTransparentBounds(true).lookingAt()) {
        level = matcher.group(1).toUpperCase(Locale.ROOT);
        start = matcher.end();
        continue;
      }
      int next = after(STARTS, line, start);
      if (next == start && start > 0) {
        next = after(DETAILS, line, start);
      }
      if (next == start) {
        break;
      }
      start = next;
    }
    return new LogLine(level, line.substring(start));
  }

  /** The message of a line. */
  static String message(String line) {
    return of(line).text();
  }

  /** Whether the logger called it an error, or worse. */
  boolean isError() {
    return ERRORS.contains(level);
  }

  private static int after(List<Pattern> patterns, String line, int start) {
    for (Pattern pattern : patterns) {
      Matcher matcher = pattern.matcher(line).region(start, line.length());
      if (matcher.lookingAt()) {
        return matcher.end();
      }
    }
    return start;
  }
}
