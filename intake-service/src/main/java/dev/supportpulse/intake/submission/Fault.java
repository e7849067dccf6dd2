package dev.supportpulse.intake.submission;

import dev.supportpulse.events.Malformed;

/**
 * What is wrong with an event.
 *
 * @param field JSON Pointer into the structured event, empty for the whole of it
 * @param message what is wrong with the field, and the remedy
 */
public record Fault(Reason reason, String field, String message) {

  static Fault of(Malformed malformed) {
    return new Fault(
        Reason.INVALID_FIELD, malformed.field(), String.valueOf(malformed.getMessage()));
  }
}
