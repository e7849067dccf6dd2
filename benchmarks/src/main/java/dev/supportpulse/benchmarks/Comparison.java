package dev.supportpulse.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The events per second of one contender beside those of another in the same rounds.
 *
 * @param ratio the median of the rounds' ratios: what disturbs a round disturbs both
 * @param target the least ratio that is aimed at
 */
record Comparison(String ours, String peer, double ratio, double target) {

  static Comparison of(
      Map<String, List<Measured>> rounds, String ours, String peer, double target) {
    return of(rounds, ours, peer, target, Measured::eventsPerSecond);
  }

  /** The same of what is measured otherwise. */
  static <T> Comparison of(
      Map<String, List<T>> rounds,
      String ours,
      String peer,
      double target,
      ToDoubleFunction<T> perSecond) {
    List<T> one = rounds.getOrDefault(ours, List.of());
    List<T> other = rounds.getOrDefault(peer, List.of());
    if (one.size() != other.size()) {
      throw new IllegalArgumentException(ours + " and " + peer + " didn't take turns");
    }
    return new Comparison(
        ours,
        peer,
        Statistics.median(
            IntStream.range(0, one.size())
                .mapToDouble(
                    i ->
                        perSecond.applyAsDouble(one.get(i)) / perSecond.applyAsDouble(other.get(i)))
                .toArray()),
        target);
  }

  boolean met() {
    return ratio >= target;
  }
}
