package dev.supportpulse.localstack.samples;

/** Thrown when the running system doesn't take a sample; the message says what it answered. */
public final class ReplayFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ReplayFailed(String message) {
    super(message);
  }

  ReplayFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
