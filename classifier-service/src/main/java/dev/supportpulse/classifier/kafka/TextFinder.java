package dev.supportpulse.classifier.kafka;

import dev.supportpulse.classifier.background.Repeating;
import dev.supportpulse.classifier.config.LearningConfig;
import dev.supportpulse.classifier.correction.Arrived;
import dev.supportpulse.classifier.correction.CorrectionStore;
import dev.supportpulse.classifier.correction.EventText;
import dev.supportpulse.classifier.correction.Stored;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Finds in the topic what corrected events say, for corrections that came without it. Reads only
 * the partitions that can hold them, once for all that are sought. An event that isn't there yet is
 * sought again later, for a day.
 */
@ApplicationScoped
public class TextFinder {

  private static final int AT_ONCE = 1_000;

  private final CorrectionStore store;
  private final EventLog log;
  private final Event<Arrived> learnable;
  private final LearningConfig config;
  private final Clock clock;
  private final Repeating finding;

  TextFinder(
      CorrectionStore store,
      EventLog log,
      Event<Arrived> learnable,
      LearningConfig config,
      Clock clock) {
    this.store = store;
    this.log = log;
    this.learnable = learnable;
    this.config = config;
    this.clock = clock;
    this.finding = new Repeating("text-finder", config.poll(), this::find);
  }

  void begin(@Observes StartupEvent event) {
    finding.start();
  }

  void stop(@Observes ShutdownEvent event) {
    finding.close();
  }

  private void find() {
    Instant now = clock.instant();
    List<Stored> wanted =
        store.toSeek(now.minus(config.seekAgainAfter()), now.minus(config.seekFor()), AT_ONCE);
    if (wanted.isEmpty()) {
      return;
    }
    TextSearch search = new TextSearch(wanted);
    log.scan(search.keys(), search::see);
    Map<Long, EventText> found = search.found();
    store.sought(search.sequences(), found, now);
    if (!found.isEmpty()) {
      learnable.fire(new Arrived());
    }
  }
}
