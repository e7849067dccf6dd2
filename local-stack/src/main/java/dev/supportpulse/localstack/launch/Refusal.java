package dev.supportpulse.localstack.launch;

/** A reason not to start or not to go on; the message is one line that names the remedy. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Refusal(String message) {
    super(message);
  }

  Refusal(String message, Throwable cause) {
    super(message, cause);
  }
}
