package dev.supportpulse.classifier.kafka;

import dev.supportpulse.classifier.config.ClassifierConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the one {@link Capacity} that both consumers share. */
@ApplicationScoped
public class CapacityProducer {

  @Produces
  @Singleton
  Capacity capacity(ClassifierConfig config, RecordReader reader) {
    return new Capacity(
        reader.best(),
        config.accurate().atOnceWithin(),
        config.accurate().quiet(),
        config.accurate().longestPause(),
        System::nanoTime);
  }
}
