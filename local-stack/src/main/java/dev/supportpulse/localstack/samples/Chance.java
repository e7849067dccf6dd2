package dev.supportpulse.localstack.samples;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Seeded chance. Draws by {@link StrictMath}, so that a feed is the same on every machine; maps
 * must iterate in a fixed order.
 */
final class Chance {

  private final SplittableRandom random;

  Chance(long seed) {
    this(new SplittableRandom(seed));
  }

  private Chance(SplittableRandom random) {
    this.random = random;
  }

  /** Chance of its own for a part of the story, so that one part's draws don't move another's. */
  Chance split() {
    return new Chance(random.split());
  }

  /** True with that probability. */
  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  /** A whole number from lowest to highest, both included. */
  int between(int lowest, int highest) {
    return random.nextInt(lowest, highest + 1);
  }

  /** One of the choices, each as likely as any other. */
  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** One of the keys, each as likely as its weight says. */
  <T> T pick(Map<T, Double> weights) {
    return pick(List.copyOf(weights.entrySet()), Map.Entry::getValue).getKey();
  }

  /** One of the choices, each as likely as its weight says. */
  <T> T pick(List<T> choices, ToDoubleFunction<T> weight) {
    double left = random.nextDouble() * choices.stream().mapToDouble(weight).sum();
    for (T choice : choices) {
      left -= weight.applyAsDouble(choice);
      if (left < 0) {
        return choice;
      }
    }
    return choices.get(choices.size() - 1);
  }

  /** A waiting time of the exponential distribution, in the unit of the mean. */
  double waiting(double mean) {
    return -mean * StrictMath.log(1 - random.nextDouble());
  }

  /**
   * A positive quantity of the log-normal distribution.
   *
   * @param spread standard deviation of its logarithm
   */
  double around(double median, double spread) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    double normal = radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    return median * StrictMath.exp(spread * normal);
  }
}
