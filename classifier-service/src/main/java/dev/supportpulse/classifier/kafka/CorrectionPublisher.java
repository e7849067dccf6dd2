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
import java.util.List;

/**
 * Publishes corrections that are stored as HUMAN classifications: at once, and whatever a broker
 * that was away or a crash has left over. What is published twice is the same twice.
 */
@ApplicationScoped
public class CorrectionPublisher {

  /** So few that the broker has them before the transaction is too old. */
  private static final int AT_ONCE = 200;

  private final CorrectionStore store;
  private final Publisher publisher;
  private final Repeating publishing;

  CorrectionPublisher(CorrectionStore store, Publisher publisher, LearningConfig config) {
    this.store = store;
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
    int published;
    do {
      published = store.publish(AT_ONCE, this::isPublished).orElse(0);
    } while (published == AT_ONCE);
  }

  private boolean isPublished(List<Stored> corrections) {
    return publisher.isPublished(
        corrections.stream().map(HumanClassification::of).map(Outgoing::classification).toList());
  }
}
