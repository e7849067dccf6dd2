package dev.supportpulse.intake.http;

import dev.supportpulse.intake.submission.LogUnavailable;
import dev.supportpulse.service.problem.Problem;
import dev.supportpulse.service.problem.ProblemException;
import java.time.Duration;
import java.util.function.Supplier;

/** What those are told who ask for what the log doesn't let us do now. */
final class LogAway {

  private LogAway() {}

  /** Does something; a 503 with that detail if the log doesn't answer. */
  static <T> T told(Supplier<T> work, String detail, Duration retryAfter) {
    try {
      return work.get();
    } catch (LogUnavailable e) {
      throw new ProblemException(Problem.of(503, "LOG_UNAVAILABLE", null, detail), retryAfter);
    }
  }
}
