package dev.supportpulse.classifier.kafka;

import dev.supportpulse.events.SupportEvent;

/** What became of a record. */
sealed interface Outcome {

  /** Its need was read. */
  record Classified(SupportEvent classification) implements Outcome {}

  /** It could not be classified: published as OTHER for REVIEW, and kept as a dead letter. */
  record Unclassifiable(SupportEvent classification, String reason) implements Outcome {}

  /** An event that says nothing to classify, or is put in again for another service. */
  record Skipped() implements Outcome {}

  /** No event of the shared language: kept as a dead letter. */
  record Unreadable(String code, String reason) implements Outcome {}
}
