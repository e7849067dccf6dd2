package dev.supportpulse.events;

/** Which model tier classified. At equal sequence ACCURATE takes precedence over FAST. */
public enum ClassifierTier {
  FAST,
  ACCURATE
}
