package dev.supportpulse.events;

/** The addends of support cost C = C₁ fixed + C₂ variable + C₃ extra. */
public enum CostKind {
  FIXED,
  VARIABLE,
  EXTRA
}
