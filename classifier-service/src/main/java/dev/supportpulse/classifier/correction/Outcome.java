package dev.supportpulse.classifier.correction;

/** What became of a correction. */
public sealed interface Outcome {

  /** It is stored and will be published. */
  record Accepted(Stored stored) implements Outcome {}

  /** It had been stored before. */
  record Known(Stored stored) implements Outcome {}

  /** Another correction of the project has its id. */
  record Conflicting(Stored stored) implements Outcome {}
}
