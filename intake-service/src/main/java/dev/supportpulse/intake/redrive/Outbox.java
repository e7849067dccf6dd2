package dev.supportpulse.intake.redrive;

import java.util.List;

/** Puts records in. */
public interface Outbox {

  /**
   * Sends records; returns when all of them are durable.
   *
   * @throws dev.supportpulse.intake.submission.LogUnavailable if one may not be
   */
  void send(List<Outgoing> records);
}
