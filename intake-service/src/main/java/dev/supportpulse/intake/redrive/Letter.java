package dev.supportpulse.intake.redrive;

import org.jspecify.annotations.Nullable;

/**
 * Something that was set aside: a rejected or quarantined event, or a record that a service could
 * not process.
 *
 * @param code why, such as {@code TIME_TOO_OLD} or {@code MALFORMED}
 * @param reason why, for humans
 * @param attempts how often it was tried in vain, from 1
 * @param project null if the record doesn't say
 */
public record Letter(
    Kept record, String code, String reason, int attempts, @Nullable String project, Way way) {

  /** Which one it is. */
  public LetterId id() {
    return record.id();
  }
}
