package dev.supportpulse.intake.http;

/** What became of an event, as clients are told. */
public enum Status {
  /** It is in the log, whatever happens now. */
  ACCEPTED,
  /** It is in the log, and was before: it counts once. */
  DUPLICATE,
  /** Another event has its project, source and id; that one counts, this one is kept. */
  CONFLICT,
  /** It is kept, but counts only when a human releases it. */
  QUARANTINED,
  /** It is refused; sending it again unchanged doesn't help. */
  REJECTED
}
