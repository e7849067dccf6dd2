package dev.supportpulse.benchmarks.load;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * What was answered in a span of time.
 *
 * @param latency of the answers with 202, in nanoseconds from when the request was due
 * @param refused how many requests were answered otherwise
 * @param length of the span
 * @param eventsPerRequest how many events each request had
 */
public record Window(Histogram latency, long refused, Duration length, int eventsPerRequest) {

  private static final double NANOS_OF_A_MILLI = 1e6;

  /** How many events were accepted. */
  public long events() {
    return latency.getTotalCount() * eventsPerRequest;
  }

  /** Accepted events a second. */
  public double eventsPerSecond() {
    return events() / (length.toNanos() / 1e9);
  }

  /** Accepted requests a second. */
  public double requestsPerSecond() {
    return latency.getTotalCount() / (length.toNanos() / 1e9);
  }

  /** Within how many milliseconds that share (0 to 100) of the requests was acknowledged. */
  public double millis(double percentile) {
    return latency.getValueAtPercentile(percentile) / NANOS_OF_A_MILLI;
  }
}
