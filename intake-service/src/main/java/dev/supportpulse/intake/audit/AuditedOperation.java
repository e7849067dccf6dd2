package dev.supportpulse.intake.audit;

/** What is audited. The names are stable: they are kept for ever. */
public enum AuditedOperation {
  /** A letter is put in again. */
  REDRIVE_LETTER,
  /** A letter is laid to rest. */
  PARK_LETTER,
  /** Somebody asks by which pseudonyms a person is named. */
  LOOK_UP_PSEUDONYMS
}
