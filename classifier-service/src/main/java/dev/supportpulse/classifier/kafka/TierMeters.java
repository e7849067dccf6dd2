package dev.supportpulse.classifier.kafka;

import dev.supportpulse.events.ClassifierTier;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/**
 * Counts texts of the stream by what became of them: {@code at-once} in the accurate tier, {@code
 * fast} now and the accurate tier later, {@code refined} later indeed. The share refined later is
 * fast / (at-once + fast); fast − refined still wait.
 */
@ApplicationScoped
public class TierMeters {

  private static final String NAME = "supportpulse.classifier.texts";

  private final MeterRegistry registry;

  TierMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void classified(ClassifierTier tier) {
    count(tier == ClassifierTier.ACCURATE ? "at-once" : tier.name().toLowerCase(Locale.ROOT), 1);
  }

  void refined(int texts) {
    count("refined", texts);
  }

  private void count(String what, int texts) {
    registry.counter(NAME, "reading", what).increment(texts);
  }
}
