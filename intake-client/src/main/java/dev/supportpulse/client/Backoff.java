package dev.supportpulse.client;

import java.time.Duration;

/**
 * How long to wait before a request is repeated: what the server asks for, and on top a random part
 * of an exponentially growing span, so that clients that failed together don't come back together.
 *
 * @param first the longest random part before the first repetition
 * @param most the longest random part ever
 */
record Backoff(Duration first, Duration most) {

  static final Backoff DEFAULT = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));

  private static final int MAX_DOUBLINGS = 30;

  /**
   * The pause before a repetition.
   *
   * @param failures how many times the request failed, at least 1
   * @param asked what the server asked for; zero if it didn't
   * @param chance drawn evenly from [0, 1)
   */
  Duration pause(int failures, Duration asked, double chance) {
    long grown = first.toMillis() << Math.min(failures - 1, MAX_DOUBLINGS);
    long span = Math.min(most.toMillis(), grown);
    return asked.plusMillis((long) (span * chance));
  }
}
