package dev.supportpulse.metrics.window;

import dev.supportpulse.metrics.tally.Granule;
import java.time.Duration;
import java.time.Instant;

/**
 * The half-open span {@code [from, to)} of event time. Both ends are whole minutes, because minutes
 * are the finest buckets.
 */
public record Window(Instant from, Instant to) {

  /** Whatever was counted, the future included: the years 1 to 9999. */
  public static final Window ALL_TIME =
      new Window(Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T00:00:00Z"));

  public Window {
    if (!Granule.MINUTE.aligned(from) || !Granule.MINUTE.aligned(to)) {
      throw new IllegalArgumentException("a window begins and ends at whole minutes");
    }
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a window ends after it begins");
    }
  }

  /**
   * The rolling window of that length at that instant: {@code to} is {@code at} rounded up to the
   * minute, so that what happened just now is inside; {@code from} is {@code to} less the length.
   */
  public static Window endingAt(Instant at, Duration length) {
    Instant to = Granule.MINUTE.ceil(at);
    return new Window(to.minus(length), to);
  }

  public Duration length() {
    return Duration.between(from, to);
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(to);
  }
}
