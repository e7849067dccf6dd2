package dev.supportpulse.localstack.redrive;

/** Why a command isn't done; the message is one line that names the remedy. */
final class RedriveRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RedriveRefusal(String message) {
    super(message);
  }

  RedriveRefusal(String message, Throwable cause) {
    super(message, cause);
  }
}
