package dev.supportpulse.service.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem document. Thrown by http adapters only. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final @Nullable Duration retryAfter;

  public ProblemException(Problem problem) {
    this(problem, null);
  }

  /** A problem that may pass: {@code retryAfter} becomes the {@code Retry-After} header. */
  public ProblemException(Problem problem, @Nullable Duration retryAfter) {
    super(problem.code() + ": " + problem.detail());
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  /** 400, naming the field and the remedy. */
  public static ProblemException invalid(String field, String detail) {
    return new ProblemException(Problem.of(400, "INVALID_FIELD", field, detail));
  }

  /** 404. */
  public static ProblemException notFound(String detail) {
    return new ProblemException(Problem.of(404, "NOT_FOUND", null, detail));
  }

  public Problem problem() {
    return problem;
  }

  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
