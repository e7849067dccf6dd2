package dev.supportpulse.metrics.tally;

import java.time.Duration;
import java.time.Instant;

/**
 * The tiers of time that buckets are kept on. Every UTC offset in use is a multiple of a quarter of
 * an hour, so quarter-hours make up the days of any time zone.
 */
public enum Granule {
  MINUTE(Duration.ofMinutes(1)),
  QUARTER_HOUR(Duration.ofMinutes(15)),
  /** A day of UTC. */
  DAY(Duration.ofDays(1));

  private final Duration length;

  Granule(Duration length) {
    this.length = length;
  }

  public Duration length() {
    return length;
  }

  /** The start of the granule that holds the instant. */
  public Instant floor(Instant instant) {
    long seconds = length.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), seconds) * seconds);
  }

  /** The first start of a granule at or after the instant. */
  public Instant ceil(Instant instant) {
    Instant floor = floor(instant);
    return floor.equals(instant) ? instant : floor.plus(length);
  }

  /** Whether a granule starts at the instant. */
  public boolean aligned(Instant instant) {
    return floor(instant).equals(instant);
  }
}
