package dev.supportpulse.intake.submission;

/** The log doesn't take entries now; the same request may succeed later. */
public final class LogUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LogUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
