package dev.supportpulse.intake.submission;

import java.time.Instant;

/**
 * When a request was received, and what its sender may send.
 *
 * @param id unique for each request; names rejected events that don't name themselves
 * @param scope the projects that it may have events of
 */
public record Receipt(String id, Instant receivedAt, Scope scope) {

  /** Of a sender that is trusted with every project. */
  public Receipt(String id, Instant receivedAt) {
    this(id, receivedAt, Scope.EVERY_PROJECT);
  }
}
