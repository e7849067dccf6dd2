package dev.supportpulse.metrics.http;

import dev.supportpulse.metrics.config.StreamConfig;
import dev.supportpulse.metrics.query.ChangeLog;
import dev.supportpulse.metrics.query.FigureService;
import dev.supportpulse.metrics.tally.Granule;
import dev.supportpulse.metrics.window.BadQuery;
import dev.supportpulse.service.problem.Problem;
import dev.supportpulse.service.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The summaries that somebody watches. One look at the database tells for all of them which project
 * changed; each is computed once however many watch it, and again only after the last time is over,
 * so that a burst of changes costs no more than one of them.
 */
@ApplicationScoped
@Startup
public class LiveSummaries {

  private static final Logger LOG = Logger.getLogger(LiveSummaries.class);
  private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

  private final FigureService figures;
  private final ChangeLog changes;
  private final Fingerprints fingerprints;
  private final StreamConfig config;
  private final Clock clock;
  private final Map<RollingSummary, Watched> watched = new HashMap<>();
  private final AtomicInteger streams = new AtomicInteger();
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "live-summaries");
            thread.setDaemon(true);
            return thread;
          });
  private final Future<?> polling;
  private volatile boolean failing;

  LiveSummaries(
      FigureService figures,
      ChangeLog changes,
      Fingerprints fingerprints,
      StreamConfig config,
      Clock clock,
      MeterRegistry meters) {
    this.figures = figures;
    this.changes = changes;
    this.fingerprints = fingerprints;
    this.config = config;
    this.clock = clock;
    meters.gauge("supportpulse.streams", streams);
    long poll = config.poll().toMillis();
    polling = rounds.scheduleWithFixedDelay(this::round, poll, poll, TimeUnit.MILLISECONDS);
  }

  /**
   * A summary and what it says, in short.
   *
   * @param fingerprint equal for summaries with equal figures
   */
  record Update(String fingerprint, SummaryView summary) {}

  /**
   * The summary now, unless the subscriber knows it, and whenever it changes. A subscriber that is
   * slower than the changes gets the latest.
   *
   * @param known fingerprint of the last summary that the subscriber got; null if it got none
   * @throws ProblemException 503 if too many streams are served already
   */
  Multi<Update> watch(RollingSummary summary, @Nullable String known) {
    if (streams.incrementAndGet() > config.maxStreams()) {
      streams.decrementAndGet();
      throw new ProblemException(
          Problem.of(
              503,
              "TOO_MANY_STREAMS",
              null,
              "%d streams are served already: close some, or ask for the summary now and then"
                  .formatted(config.maxStreams())),
          TRY_AGAIN);
    }
    return Multi.createFrom()
        .<Update>emitter(
            emitter -> {
              Subscriber subscriber = new Subscriber(emitter, known);
              enter(summary, subscriber);
              emitter.onTermination(() -> leave(summary, subscriber));
            },
            BackPressureStrategy.LATEST);
  }

  private synchronized void enter(RollingSummary summary, Subscriber subscriber) {
    Watched view = watched.computeIfAbsent(summary, Watched::new);
    view.subscribers.add(subscriber);
    if (view.last != null) {
      subscriber.tell(view.last);
    }
  }

  private synchronized void leave(RollingSummary summary, Subscriber subscriber) {
    Watched view = watched.get(summary);
    if (view != null && view.subscribers.remove(subscriber)) {
      streams.decrementAndGet();
      if (view.subscribers.isEmpty()) {
        watched.remove(summary);
      }
    }
  }

  private synchronized List<Watched> all() {
    return new ArrayList<>(watched.values());
  }

  private void round() {
    try {
      List<Watched> views = all();
      if (views.isEmpty()) {
        return;
      }
      Set<String> projects =
          views.stream()
              .map(view -> view.summary.selection().project())
              .collect(Collectors.toSet());
      Map<String, String> marks = changes.marks(projects);
      Instant now = clock.instant();
      for (Watched view : views) {
        String mark = marks.getOrDefault(view.summary.selection().project(), "");
        if (view.isDue(mark, now, config.settle())) {
          Infrastructure.getDefaultWorkerPool().execute(() -> refresh(view, mark));
        }
      }
      failing = false;
    } catch (RuntimeException failure) {
      failed(failure);
    }
  }

  private void refresh(Watched view, String mark) {
    Instant now = clock.instant();
    try {
      SummaryView summary = view.summary.at(now, now, figures);
      Update update = new Update(fingerprints.of(summary), summary);
      view.computed(mark, now, update);
      failing = false;
    } catch (BadQuery refusal) {
      // It can't be answered as it is asked, such as a comparison with what is no longer kept.
      view.refuse(refusal);
    } catch (RuntimeException failure) {
      failed(failure);
    } finally {
      view.idle();
    }
  }

  /** Streams stay open and go on by themselves; only the first failure of a row is told. */
  private void failed(RuntimeException failure) {
    if (!failing) {
      failing = true;
      LOG.warnf("live summaries wait: %s", failure);
    }
  }

  @PreDestroy
  void close() {
    polling.cancel(true);
    rounds.shutdown();
    all().forEach(Watched::end);
  }

  /** One summary and those who watch it. */
  private static final class Watched {

    private final RollingSummary summary;
    private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
    private boolean busy;
    private @Nullable String mark;
    private @Nullable Instant minute;
    private Instant at = Instant.EPOCH;
    private volatile @Nullable Update last;

    Watched(RollingSummary summary) {
      this.summary = summary;
    }

    /** Whether the counts changed, the window moved on, or an incomplete summary may be whole. */
    synchronized boolean isDue(String current, Instant now, Duration settle) {
      if (busy) {
        return false;
      }
      Update update = last;
      boolean unsettled =
          update != null && !update.summary().window().complete() && at.plus(settle).isBefore(now);
      busy = !current.equals(mark) || !Granule.MINUTE.ceil(now).equals(minute) || unsettled;
      return busy;
    }

    synchronized void computed(String current, Instant now, Update update) {
      mark = current;
      minute = Granule.MINUTE.ceil(now);
      at = now;
      last = update;
      subscribers.forEach(subscriber -> subscriber.tell(update));
    }

    synchronized void idle() {
      busy = false;
    }

    void refuse(BadQuery refusal) {
      subscribers.forEach(subscriber -> subscriber.emitter.fail(refusal));
    }

    void end() {
      subscribers.forEach(subscriber -> subscriber.emitter.complete());
    }
  }

  /** One stream. */
  private static final class Subscriber {

    private final MultiEmitter<? super Update> emitter;
    private @Nullable String known;

    Subscriber(MultiEmitter<? super Update> emitter, @Nullable String known) {
      this.emitter = emitter;
      this.known = known;
    }

    synchronized void tell(Update update) {
      if (!update.fingerprint().equals(known)) {
        known = update.fingerprint();
        emitter.emit(update);
      }
    }
  }
}
