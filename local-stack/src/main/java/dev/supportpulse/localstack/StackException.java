package dev.supportpulse.localstack;

/**
 * A part of the local stack could not start, or ended too early; the message says which and why.
 */
public final class StackException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StackException(String message) {
    super(message);
  }

  public StackException(String message, Throwable cause) {
    super(message, cause);
  }
}
