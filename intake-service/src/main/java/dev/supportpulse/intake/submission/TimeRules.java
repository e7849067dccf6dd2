package dev.supportpulse.intake.submission;

import java.time.Duration;

/**
 * Which event times are taken.
 *
 * @param ahead how far the event time may be ahead of our clock: more is rejected
 * @param retention how long facts are kept: what is older is quarantined
 */
public record TimeRules(Duration ahead, Duration retention) {

  public TimeRules {
    if (ahead.isNegative() || retention.isNegative()) {
      throw new IllegalArgumentException("neither may be negative: " + ahead + ", " + retention);
    }
  }
}
