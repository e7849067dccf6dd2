package dev.supportpulse.benchmarks;

import dev.supportpulse.benchmarks.load.Load;
import dev.supportpulse.benchmarks.load.Pace;
import dev.supportpulse.benchmarks.load.Requests;
import dev.supportpulse.benchmarks.load.Window;
import dev.supportpulse.benchmarks.peer.SampleEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The memory of intake at full load.
 *
 * @param samples one every few seconds, the time of getting warm left out
 */
record Soak(List<Sample> samples) {

  private static final int BATCH = 100;
  private static final int CONNECTIONS = 8;
  private static final Duration EVERY = Duration.ofSeconds(5);

  /**
   * What was seen at one time.
   *
   * @param seconds since the load began
   * @param memoryMiB the process's share of physical memory (PSS)
   */
  record Sample(double seconds, double memoryMiB, double eventsPerSecond, long refused) {}

  Soak {
    samples = List.copyOf(samples);
  }

  /** Full load of batches for so long, after as long as getting warm takes. */
  static Soak run(Stack stack, Duration warmUp, Duration length) throws InterruptedException {
    ProcessUsage intake = stack.intakeUsage();
    Requests batches =
        Requests.post(
            stack.intake(),
            SampleEvent.BATCH,
            Map.of(),
            SampleEvent.at(Instant.now()).batch(BATCH),
            0);
    List<Sample> samples = new ArrayList<>();
    try (Load load = Load.start(stack.intake(), batches, CONNECTIONS, Pace.PEAK)) {
      load.watch(warmUp);
      for (Duration at = Duration.ZERO; at.compareTo(length) < 0; at = at.plus(EVERY)) {
        Window window = load.watch(EVERY);
        samples.add(
            new Sample(
                warmUp.plus(at).plus(EVERY).toSeconds(),
                intake.memoryMiB(),
                window.eventsPerSecond(),
                window.refused()));
      }
    }
    return new Soak(samples);
  }

  /** By how many MiB memory grows in a minute. */
  Trend growth() {
    Trend perSecond =
        Trend.of(
            samples.stream().mapToDouble(Sample::seconds).toArray(),
            samples.stream().mapToDouble(Sample::memoryMiB).toArray());
    return new Trend(60 * perSecond.slope(), 60 * perSecond.margin());
  }
}
