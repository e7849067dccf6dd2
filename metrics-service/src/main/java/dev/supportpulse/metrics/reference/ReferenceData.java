package dev.supportpulse.metrics.reference;

/** Where reference data is read from. */
public interface ReferenceData {

  /** What is set for the project now; {@link References#NONE} for an unknown one. */
  References of(String project);
}
