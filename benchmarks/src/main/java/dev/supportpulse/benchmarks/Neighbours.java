package dev.supportpulse.benchmarks;

import dev.supportpulse.benchmarks.load.Load;
import dev.supportpulse.benchmarks.load.Pace;
import dev.supportpulse.benchmarks.load.Requests;
import dev.supportpulse.benchmarks.load.Window;
import dev.supportpulse.benchmarks.peer.SampleEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What a quiet project feels of a noisy one that floods intake with batches as fast as it can.
 *
 * @param alone 99 of 100 single posts of the quiet project are acknowledged in so many milliseconds
 * @param beside the same while the other project is noisy
 * @param noise events a second that the noisy project gets through
 * @param quietRefused posts of the quiet project that were not answered 202
 */
record Neighbours(double alone, double beside, double noise, long noiseRefused, long quietRefused) {

  private static final String NOISY = "noisy";
  private static final String QUIET = "quiet";

  /** How many times longer the quiet project may wait. */
  static final double TARGET = 2;

  private static final double QUIET_PER_SECOND = 100;
  private static final double WARMING_PER_SECOND = 1000;
  private static final int QUIET_CONNECTIONS = 16;
  private static final int NOISY_CONNECTIONS = 16;
  private static final int BATCH = 100;
  private static final Duration RUN_UP = Duration.ofSeconds(2);

  static Neighbours measure(Stack stack, Duration warmUp, Duration each)
      throws InterruptedException {
    Instant now = Instant.now();
    Requests noisy =
        Requests.post(
            stack.intake(),
            SampleEvent.BATCH,
            Map.of(),
            new SampleEvent(NOISY, now).batch(BATCH),
            0);
    Requests quiet =
        Requests.post(
            stack.intake(),
            SampleEvent.STRUCTURED,
            Map.of(),
            new SampleEvent(QUIET, now).structured(),
            0);
    try (Load posts =
            Load.start(stack.intake(), quiet, QUIET_CONNECTIONS, new Pace(WARMING_PER_SECOND));
        Load some =
            Load.start(stack.intake(), noisy, NOISY_CONNECTIONS, new Pace(QUIET_PER_SECOND / 2))) {
      posts.watch(warmUp);
      some.sinceRestart();
    }
    try (Load posts =
        Load.start(stack.intake(), quiet, QUIET_CONNECTIONS, new Pace(QUIET_PER_SECOND))) {
      posts.watch(RUN_UP);
      Window alone = posts.watch(each);
      try (Load flood = Load.start(stack.intake(), noisy, NOISY_CONNECTIONS, Pace.PEAK)) {
        posts.watch(RUN_UP);
        flood.restart();
        Window beside = posts.watch(each);
        Window noise = flood.sinceRestart();
        return new Neighbours(
            alone.millis(99),
            beside.millis(99),
            noise.eventsPerSecond(),
            noise.refused(),
            alone.refused() + beside.refused());
      }
    }
  }

  double ratio() {
    return beside / alone;
  }
}
