package dev.supportpulse.metrics.tally;

/** The four things that figures can be grouped by and filtered on. */
public enum Dimension {
  CATEGORY,
  CHANNEL,
  TIER,
  MODE
}
