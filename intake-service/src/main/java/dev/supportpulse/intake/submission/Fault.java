package dev.supportpulse.intake.submission;

import dev.supportpulse.events.Malformed;

/**
 * What is wrong with an event.
 *
 * @param field JSON Pointer into the structured event, empty for the whole of it
 * @param message what is wrong with the field, and the remedy
 */
public record Fault(Reason reason, String field, String message) {

  private static final int MAX_FIELD = 1024;
  private static final int MAX_MESSAGE = 2000;

  /** Both may quote what was sent, so they are made fit to be kept. */
  public Fault {
    field = Printable.text(field, MAX_FIELD);
    message = Printable.text(message, MAX_MESSAGE);
  }

  /** The same without personal data. */
  Fault cleaned(String project, Privacy privacy) {
    return new Fault(reason, privacy.clean(project, field), privacy.clean(project, message));
  }

  static Fault of(Malformed malformed) {
    return new Fault(
        Reason.INVALID_FIELD, malformed.field(), String.valueOf(malformed.getMessage()));
  }
}
