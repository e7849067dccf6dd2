package dev.supportpulse.events;

/** How support is sold: by the community, for money, or both. */
public enum SupportMode {
  FREE,
  PAID,
  HYBRID
}
