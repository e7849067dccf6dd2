package dev.supportpulse.classifier.diagnosis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the stack trace in whatever users paste. */
final class StackTraces {

  /** What a fault is about is told in its first lines; no trace needs more. */
  private static final int MAX_LINES = 5_000;

  private static final int MAX_LINE = 1_000;

  /** Where languages share a form, the earlier one has the narrower pattern. */
  private static final List<TraceParser> PARSERS =
      List.of(
          new JavaTraces(),
          new PythonTraces(),
          new GoTraces(),
          new RustTraces(),
          new JavaScriptTraces(),
          new CSharpTraces());

  private StackTraces() {}

  /** The trace of the language that understands most of the text; empty if there is none. */
  static Optional<StackTrace> find(String text) {
    List<String> lines =
        text.lines().limit(MAX_LINES).map(StackTraces::cut).map(LogLine::message).toList();
    return PARSERS.stream()
        .flatMap(parser -> parser.parse(lines).stream())
        .filter(StackTraces::isConvincing)
        // The first of equals, as max() would give the last.
        .min(Comparator.comparingInt(StackTrace::depth).reversed());
  }

  /** One line that looks like a frame is no trace yet: prose has "at noon (or so)", too. */
  private static boolean isConvincing(StackTrace trace) {
    return trace.depth() > 1 || (trace.depth() == 1 && !trace.rootCause().type().isEmpty());
  }

  private static String cut(String line) {
    // What no text has is none of a name's either; a database would refuse it.
    String text = line.replace('\0', ' ');
    return text.length() <= MAX_LINE ? text : text.substring(0, MAX_LINE);
  }
}
