package dev.supportpulse.classifier.kafka;

import dev.supportpulse.classifier.assessment.HumanClassification;
import dev.supportpulse.classifier.background.Repeating;
import dev.supportpulse.classifier.config.LearningConfig;
import dev.supportpulse.classifier.correction.Arrived;
import dev.supportpulse.classifier.correction.CorrectionStore;
import dev.supportpulse.classifier.correction.Stored;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;

/**
 * Publishes corrections that are stored as HUMAN classifications: at once, and whatever a broker
 * that was away or a crash has left over. What is published twice, by a second instance or because
 * a crash came before it was noted, is the same twice.
 */
@ApplicationScoped
public class CorrectionPublisher {

  private static final int AT_ONCE = 200;

  private final CorrectionStore store;
  private final Publisher publisher;
  private final Clock clock;
  private final Repeating publishing;

  CorrectionPublisher(
      CorrectionStore store, Publisher publisher, LearningConfig config, Clock clock) {
    this.store = store;
    this.clock = clock;
    this.publisher = publisher;
    this.publishing = new Repeating("correction-publisher", config.poll(), this::publishAll);
  }

  void begin(@Observes StartupEvent event) {
    publishing.start();
  }

  void stop(@Observes ShutdownEvent event) {
    publishing.close();
  }

  void wake(@Observes Arrived arrived) {
    publishing.wake();
  }

  private void publishAll() {
    List<Stored> waiting = store.unpublished(AT_ONCE);
    while (!waiting.isEmpty() && isPublished(waiting)) {
      store.published(waiting.stream().map(Stored::sequence).toList(), clock.instant());
      waiting = store.unpublished(AT_ONCE);
    }
  }

  private boolean isPublished(List<Stored> corrections) {
    return publisher.isPublished(
        corrections.stream().map(HumanClassification::of).map(Outgoing::classification).toList());
  }
}
