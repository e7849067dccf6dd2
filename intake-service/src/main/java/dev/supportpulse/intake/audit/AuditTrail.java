package dev.supportpulse.intake.audit;

import java.util.List;

/**
 * Keeps who did what, for ever. It is told <em>before</em> the thing is done: what the trail
 * doesn't have didn't happen, while what it has may have failed, and then comes again.
 */
public interface AuditTrail {

  /**
   * Adds entries; returns when they are durable, which may take a few seconds.
   *
   * @throws dev.supportpulse.intake.submission.LogUnavailable if they may not be
   */
  void record(List<Audited> entries);
}
