package dev.supportpulse.intake.redrive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an operator did about a letter.
 *
 * @param by who it was
 * @param note why, in the operator's words
 */
public record Mark(Kind kind, String by, Instant at, @Nullable String note) {

  /** What was done. */
  public enum Kind {
    /** It was put in again. */
    REDRIVEN,
    /** It was laid to rest. */
    PARKED
  }
}
