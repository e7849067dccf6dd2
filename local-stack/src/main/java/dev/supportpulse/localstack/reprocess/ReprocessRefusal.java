package dev.supportpulse.localstack.reprocess;

/** Why nothing is reprocessed; the message is one line that names the remedy. */
final class ReprocessRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ReprocessRefusal(String message) {
    super(message);
  }

  ReprocessRefusal(String message, Throwable cause) {
    super(message, cause);
  }
}
