package dev.supportpulse.benchmarks;

import dev.supportpulse.benchmarks.load.Load;
import dev.supportpulse.benchmarks.load.Pace;
import dev.supportpulse.benchmarks.load.Requests;
import dev.supportpulse.benchmarks.load.Window;
import java.net.URI;
import java.time.Duration;

/**
 * How long acknowledgements take at half the peak; requests come by the clock, whether or not
 * earlier ones are answered.
 *
 * @param perSecond requests a second that were answered
 * @param p50 milliseconds
 * @param p99 milliseconds
 */
record Half(String what, double perSecond, double p50, double p99) {

  private static final Duration RUN_UP = Duration.ofSeconds(2);

  static Half measure(
      String what,
      URI target,
      Requests requests,
      int connections,
      double peakPerSecond,
      Duration length)
      throws InterruptedException {
    Pace half = new Pace(peakPerSecond / 2);
    try (Load load = Load.start(target, requests, connections, half)) {
      load.watch(RUN_UP);
      Window window = load.watch(length);
      return new Half(what, window.requestsPerSecond(), window.millis(50), window.millis(99));
    }
  }
}
