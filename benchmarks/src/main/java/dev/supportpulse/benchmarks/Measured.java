package dev.supportpulse.benchmarks;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one contender reached in one round. Microseconds are of processor time per event, in the
 * process of that name; all three share the processors.
 *
 * @param eventsPerSecond acknowledged
 * @param p50 milliseconds from when a request was sent to its acknowledgement; NaN without requests
 * @param p99 the same for 99 of 100
 * @param refused requests that were not answered 202
 */
record Measured(
    double eventsPerSecond,
    double serverMicros,
    double brokerMicros,
    double clientMicros,
    double p50,
    double p99,
    long refused) {

  /** The median of a figure over rounds. */
  static double median(List<Measured> rounds, ToDoubleFunction<Measured> figure) {
    return Statistics.median(rounds.stream().mapToDouble(figure).toArray());
  }
}
