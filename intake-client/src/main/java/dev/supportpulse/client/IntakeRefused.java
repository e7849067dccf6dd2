package dev.supportpulse.client;

/**
 * Thrown when intake refuses a request whole, so that sending it again doesn't help: the key is
 * wrong, or whoever answers isn't intake. Nothing of the request was taken.
 */
public final class IntakeRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  IntakeRefused(int status, String message) {
    super(message);
    this.status = status;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }
}
