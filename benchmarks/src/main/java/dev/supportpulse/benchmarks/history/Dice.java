package dev.supportpulse.benchmarks.history;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Chance that repeats itself: equal seeds give equal rolls. */
final class Dice {

  private final Random random;

  Dice(long seed) {
    this.random = new Random(seed);
  }

  /** True in that share (0 to 1) of rolls. */
  boolean chance(double share) {
    return random.nextDouble() < share;
  }

  /** From 0 to below the bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** From 1 to the bound. */
  int oneTo(int bound) {
    return 1 + random.nextInt(bound);
  }

  /** One of them, the first twice as often as the second, and so on. */
  <T> T skewed(List<T> values) {
    int index = 0;
    while (index < values.size() - 1 && random.nextBoolean()) {
      index++;
    }
    return values.get(index);
  }

  /** Any of them. */
  <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** Exponential with that mean, to the second, at least one second. */
  Duration about(Duration mean) {
    return Duration.ofSeconds(1 + (long) (-Math.log(1 - random.nextDouble()) * mean.toSeconds()));
  }
}
