package dev.supportpulse.localstack.samples;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;

/**
 * A crash that can happen to a program, as its report tells it. Message and trace have slots, which
 * {@link Texts#fill} fills.
 *
 * @param runtime java, python or go
 * @param trace the lines of the stack trace
 */
record Crash(String runtime, String message, List<String> trace) {

  /** Every crash that is told. */
  static final List<Crash> ALL =
      Resources.read("crashes.json", new TypeReference<List<Crash>>() {});

  String stackTrace() {
    return String.join("\n", trace);
  }
}
