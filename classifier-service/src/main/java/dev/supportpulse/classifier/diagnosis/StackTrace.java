package dev.supportpulse.classifier.diagnosis;

import java.util.List;

/**
 * A stack trace with its causes.
 *
 * @param chain the outermost failure first, the root cause last; never empty
 */
record StackTrace(TraceLanguage language, List<Failure> chain) {

  StackTrace {
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("a stack trace tells at least one failure");
    }
  }

  /** What began it all. */
  Failure rootCause() {
    return chain.get(chain.size() - 1);
  }

  /** Whether it says what failed, not only where. */
  boolean isHeaded() {
    return !chain.get(0).type().isEmpty();
  }

  /** How many frames were understood: a measure of how well a language fits a text. */
  int depth() {
    return chain.stream().mapToInt(failure -> failure.frames().size()).sum();
  }
}
