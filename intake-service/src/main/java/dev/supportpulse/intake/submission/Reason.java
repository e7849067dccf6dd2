package dev.supportpulse.intake.submission;

/** Why an event was not accepted. The names are stable: clients and operators see them as codes. */
public enum Reason {
  /** Not UTF-8, or not one JSON value. */
  NOT_JSON,
  /** An object names a member twice. */
  DUPLICATE_KEY,
  /** Objects and arrays are nested deeper, or a name or number is longer, than the limit. */
  TOO_COMPLEX,
  /** A text holds NUL or half of a surrogate pair, or a field of a form is not UTF-8. */
  INVALID_TEXT,
  /** A number is larger or more precise than a double (RFC 7493 §2.2). */
  INEXACT_NUMBER,
  /** The event is larger than the limit. */
  EVENT_TOO_LARGE,
  /** A field is missing or breaks the schema. */
  INVALID_FIELD,
  /** The event is of a project that its sender may not send events for. */
  PROJECT_FORBIDDEN,
  /** Another event has the same project, source and id. */
  CONFLICT,
  /** The event's time is ahead of the clock. */
  TIME_IN_FUTURE,
  /** The event's time is older than what is kept. */
  TIME_TOO_OLD;

  /** Whether the same event may be accepted later: the clock catches up with its time. */
  public boolean passes() {
    return this == TIME_IN_FUTURE;
  }
}
