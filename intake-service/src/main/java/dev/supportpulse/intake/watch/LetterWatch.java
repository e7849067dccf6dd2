package dev.supportpulse.intake.watch;

import dev.supportpulse.intake.config.RedriveConfig;
import dev.supportpulse.intake.redrive.Census;
import dev.supportpulse.intake.redrive.Census.Counts;
import dev.supportpulse.intake.redrive.LetterReader;
import dev.supportpulse.intake.redrive.State;
import dev.supportpulse.intake.submission.LogUnavailable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Counts letters in the background. The gauge {@code supportpulse.dead.letters} has them by topic
 * and state; every instance counts all of them, so take the largest, not the sum.
 */
@ApplicationScoped
public class LetterWatch {

  private static final Logger LOG = Logger.getLogger(LetterWatch.class);

  private final Census census;
  private final Duration every;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "letter-watch"));

  private volatile @Nullable Counts latest;

  LetterWatch(Census census, RedriveConfig config, MeterRegistry meters) {
    this.census = census;
    this.every = config.countEvery();
    for (String topic : LetterReader.topics()) {
      for (State state : State.values()) {
        String name = state.name().toLowerCase(Locale.ROOT);
        register(meters, topic, name, counts -> counts.in(state));
      }
      register(meters, topic, "older", Census.TopicCounts::older);
    }
  }

  private void register(
      MeterRegistry meters,
      String topic,
      String state,
      ToDoubleFunction<Census.TopicCounts> letters) {
    Gauge.builder(
            "supportpulse.dead.letters",
            this,
            watch ->
                watch
                    .latest()
                    .map(counts -> letters.applyAsDouble(counts.of(topic)))
                    .orElse(Double.NaN))
        .description("Rejected events and dead letters that are kept")
        .tag("topic", topic)
        .tag("state", state)
        .register(meters);
  }

  void start(@Observes StartupEvent event) {
    ScheduledFuture<?> unused = // runs until the executor is shut down
        thread.scheduleWithFixedDelay(
            this::count, every.toMillis() / 10, every.toMillis(), TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    thread.shutdownNow();
  }

  private void count() {
    try {
      refresh();
    } catch (LogUnavailable e) {
      LOG.debugf(e, "the letters aren't counted now");
    } catch (RuntimeException e) {
      LOG.warn("the letters can't be counted", e);
    }
  }

  /** The last counts; empty if nothing was counted yet. */
  public Optional<Counts> latest() {
    return Optional.ofNullable(latest);
  }

  /**
   * Counts now.
   *
   * @throws LogUnavailable if the log doesn't answer
   */
  public Counts refresh() {
    Counts counts = census.refresh(Instant.now());
    latest = counts;
    return counts;
  }
}
