package dev.supportpulse.classifier.kafka;

import dev.supportpulse.events.ClassifierTier;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether there is time for the accurate tier. A polled batch that it would read within a bound
 * gets it at once. A larger one is a rush: it gets the fast tier, and what waits for the accurate
 * one goes on waiting until the rush is over, so that it doesn't take the cores from what nobody
 * has read yet. Safe for use by several threads.
 */
final class Capacity {

  private static final double FIRST_GUESS_NANOS = 50e6;

  /** How much the latest measurement counts in the moving average. */
  private static final double WEIGHT = 0.1;

  private final ClassifierTier best;
  private final Duration atOnceWithin;
  private final Duration quiet;
  private final Duration longestPause;
  private final LongSupplier nanoTime;

  private double nanosPerRecord = FIRST_GUESS_NANOS;
  private long quietFrom;

  /**
   * Knows nothing of rushes or speed yet.
   *
   * @param best the best tier that there is
   * @param atOnceWithin how long a batch may take in the accurate tier; 0 leaves it no time at all
   * @param quiet how long after a batch of a rush the rush is over
   * @param longestPause how long refinements wait at most
   * @param nanoTime as {@link System#nanoTime}
   */
  Capacity(
      ClassifierTier best,
      Duration atOnceWithin,
      Duration quiet,
      Duration longestPause,
      LongSupplier nanoTime) {
    this.best = best;
    this.atOnceWithin = atOnceWithin;
    this.quiet = quiet;
    this.longestPause = longestPause;
    this.nanoTime = nanoTime;
    this.quietFrom = nanoTime.getAsLong();
  }

  /** Which tier a batch of so many records gets now. One record alone never makes a rush. */
  synchronized ClassifierTier tierFor(int records) {
    if (best == ClassifierTier.FAST) {
      return best;
    }
    boolean fits =
        records <= 1 ? !atOnceWithin.isZero() : records * nanosPerRecord <= atOnceWithin.toNanos();
    if (!fits) {
      quietFrom = nanoTime.getAsLong() + quiet.toNanos();
    }
    return fits ? ClassifierTier.ACCURATE : ClassifierTier.FAST;
  }

  /** Whether what was read in that tier is to be read again in a better one. */
  boolean isBelowBest(ClassifierTier tier) {
    return tier.compareTo(best) < 0;
  }

  /** The accurate tier took so long for so many records. */
  synchronized void took(int records, long nanos) {
    if (records > 0) {
      nanosPerRecord += WEIGHT * ((double) nanos / records - nanosPerRecord);
    }
  }

  /**
   * How long refinements should wait now; zero if it is their turn.
   *
   * @param waited how long these have waited already
   */
  synchronized Duration pause(Duration waited) {
    Duration untilQuiet = Duration.ofNanos(Math.max(0, quietFrom - nanoTime.getAsLong()));
    Duration left = longestPause.minus(waited);
    Duration pause = untilQuiet.compareTo(left) < 0 ? untilQuiet : left;
    return pause.isNegative() ? Duration.ZERO : pause;
  }
}
