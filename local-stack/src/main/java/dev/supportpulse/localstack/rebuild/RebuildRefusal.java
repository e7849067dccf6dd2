package dev.supportpulse.localstack.rebuild;

/** Why nothing is rebuilt; the message is one line that names the remedy. */
final class RebuildRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RebuildRefusal(String message) {
    super(message);
  }

  RebuildRefusal(String message, Throwable cause) {
    super(message, cause);
  }
}
