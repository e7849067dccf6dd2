package dev.supportpulse.events;

/** How an event was refused: for good, or set aside for a human to release. */
public enum RejectionOutcome {
  REJECTED,
  QUARANTINED
}
