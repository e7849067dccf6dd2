package dev.supportpulse.classifier.solution;

/** How far a solution has come with one user. */
public enum Stage {
  /** It was suggested. */
  PROPOSED,
  /** It was carried out. */
  APPLIED,
  /** Somebody said whether it helped. */
  OUTCOME
}
