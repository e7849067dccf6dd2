package dev.supportpulse.metrics.query;

/** What a figure can be compared with. */
public enum Comparison {
  /** The time of the same length right before. */
  PREVIOUS,
  /** The project's baseline period; sums are prorated to the length of the window. */
  BASELINE,
  /** The same time a calendar year ago. */
  YEAR
}
