package dev.supportpulse.client;

/**
 * Thrown when intake stayed unable to take a request for as long as the client is patient. The
 * events may have been taken or not: send the same ones again later, they count once.
 */
public final class IntakeUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  IntakeUnavailable(String message) {
    super(message);
  }
}
