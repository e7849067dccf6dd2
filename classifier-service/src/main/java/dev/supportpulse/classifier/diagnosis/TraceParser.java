package dev.supportpulse.classifier.diagnosis;

import java.util.List;
import java.util.Optional;

/** Reads the stack traces of one language. */
interface TraceParser {

  /**
   * The first stack trace in these lines.
   *
   * @param lines without the prefixes that loggers put before them
   * @return empty if there is none of that language
   */
  Optional<StackTrace> parse(List<String> lines);
}
