package dev.supportpulse.events;

/** Who classified. HUMAN takes precedence over MODEL. */
public enum ClassificationOrigin {
  MODEL,
  HUMAN
}
