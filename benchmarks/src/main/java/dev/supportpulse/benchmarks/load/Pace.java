package dev.supportpulse.benchmarks.load;

/**
 * When requests are due.
 *
 * @param perSecond how many a second, evenly; 0: each as soon as a connection is free
 */
public record Pace(double perSecond) {

  /** Each request as soon as a connection is free: a closed loop, for the peak. */
  public static final Pace PEAK = new Pace(0);

  private static final double NANOS_OF_A_SECOND = 1e9;

  public Pace {
    if (perSecond < 0) {
      throw new IllegalArgumentException("a pace can't be negative: " + perSecond);
    }
  }

  /** Whether requests become due without waiting for answers. */
  boolean open() {
    return perSecond > 0;
  }

  /** How many requests are due after so many nanoseconds. */
  long dueAfter(long nanos) {
    return (long) (nanos / NANOS_OF_A_SECOND * perSecond);
  }

  /** After how many nanoseconds that request is due, from 0. */
  long dueAt(long request) {
    return (long) (request / perSecond * NANOS_OF_A_SECOND);
  }
}
