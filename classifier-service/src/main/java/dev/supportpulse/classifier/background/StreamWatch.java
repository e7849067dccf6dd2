package dev.supportpulse.classifier.background;

import dev.supportpulse.classifier.assessment.LiveTiers;
import dev.supportpulse.classifier.assessment.ReadingObserver;
import dev.supportpulse.classifier.drift.Drift;
import dev.supportpulse.classifier.drift.DriftMonitor;
import dev.supportpulse.classifier.learning.Learning;
import dev.supportpulse.classifier.learning.ModelSet;
import dev.supportpulse.classifier.need.NeedReading;
import dev.supportpulse.classifier.need.ProjectHeads;
import dev.supportpulse.classifier.need.TextProfile;
import dev.supportpulse.events.ClassifierTier;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Watches what this instance reads since its champion took over: whether texts drift, and what the
 * challenger would have said to texts of the projects that it learned from.
 */
@ApplicationScoped
public class StreamWatch implements ReadingObserver {

  private final Learning learning;
  private final DriftMonitor monitor;
  private final LiveTiers live;
  private final AtomicLong shadowed = new AtomicLong();
  private final AtomicLong otherwise = new AtomicLong();
  private final MeterRegistry meters;
  private volatile long sequence;

  StreamWatch(Learning learning, LiveTiers live, MeterRegistry meters) {
    this.learning = learning;
    this.live = live;
    this.monitor = new DriftMonitor(training());
    this.meters = meters;
    this.sequence = learning.champion().sequence();
    gauges("training", () -> drift().training());
    gauges("start", () -> drift().start());
  }

  private void gauges(String from, Supplier<Drift.Shift> shift) {
    gauge("mix", from, () -> shift.get().mix());
    gauge("features", from, () -> shift.get().features());
  }

  private void gauge(String of, String from, Supplier<Number> value) {
    Gauge.builder("supportpulse.classifier.drift", value)
        .tag("of", of)
        .tag("from", from)
        .description(
            "How far the latest texts are from those of the training or of the start: mix is the"
                + " population stability index of predicted categories, features the distance from"
                + " the centre of terms in standard deviations")
        .register(meters);
  }

  /** What the texts are like that the best model of the champion was trained on. */
  private TextProfile training() {
    return live.now().models().get(0).profile();
  }

  @Override
  public void read(String project, ClassifierTier tier, NeedReading reading) {
    beginAnewWithAnotherChampion();
    monitor.read(reading);
    ModelSet challenger = learning.challenger();
    ProjectHeads heads = challenger == null ? null : challenger.of(tier).get(project);
    if (heads != null) {
      boolean agrees = reading.categoryWith(heads) == reading.need().category();
      shadowed.incrementAndGet();
      otherwise.addAndGet(agrees ? 0 : 1);
      meters
          .counter("supportpulse.classifier.shadow", "agrees", Boolean.toString(agrees))
          .increment();
    }
  }

  private void beginAnewWithAnotherChampion() {
    long now = learning.champion().sequence();
    if (now != sequence) {
      sequence = now;
      monitor.restart(training());
      shadowed.set(0);
      otherwise.set(0);
    }
  }

  /** How far texts are from those of the training, and from those that came first. */
  public Drift drift() {
    return monitor.drift();
  }

  /** What the challenger would have said. */
  public Shadow shadow() {
    return new Shadow(shadowed.get(), otherwise.get());
  }

  /**
   * Texts that the challenger read beside the champion.
   *
   * @param texts how many
   * @param otherwise how many of them it would have given another category
   */
  public record Shadow(long texts, long otherwise) {}
}
