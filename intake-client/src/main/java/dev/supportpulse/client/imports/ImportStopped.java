package dev.supportpulse.client.imports;

/** Thrown when an import can't begin or go on; the message says why, and the remedy. */
final class ImportStopped extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ImportStopped(String message) {
    super(message);
  }

  ImportStopped(String message, Throwable cause) {
    super(message, cause);
  }
}
