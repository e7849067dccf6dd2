package dev.supportpulse.classifier.kafka;

import dev.supportpulse.events.ClassifierTier;
import dev.supportpulse.service.trace.Step;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Classifies each polled batch and returns when the broker has its classifications, dead letters
 * and refinements to be made; only then the batch's offsets are committed.
 */
@ApplicationScoped
public class EventConsumer {

  private final RecordReader reader;
  private final Publisher publisher;
  private final Capacity capacity;
  private final TierMeters tiers;
  private final Steps steps;
  private final MeterRegistry meters;

  EventConsumer(
      RecordReader reader,
      Publisher publisher,
      Capacity capacity,
      TierMeters tiers,
      Steps steps,
      MeterRegistry meters) {
    this.reader = reader;
    this.publisher = publisher;
    this.capacity = capacity;
    this.tiers = tiers;
    this.steps = steps;
    this.meters = meters;
  }

  @Incoming("events")
  @Blocking
  void consume(ConsumerRecords<byte[], byte[]> batch) {
    List<Outgoing> outgoing = new ArrayList<>();
    ClassifierTier tier = capacity.tierFor(batch.count());
    long start = System.nanoTime();
    for (ConsumerRecord<byte[], byte[]> record : batch) {
      Step step = steps.begin(record);
      Outcome outcome = step.during(() -> reader.read(record, tier));
      outgoing.addAll(Outgoing.of(outcome, record, step));
      Steps.end(step, outcome);
      if (outcome instanceof Outcome.Classified) {
        tiers.classified(tier);
        if (capacity.isBelowBest(tier)) {
          outgoing.add(Outgoing.refinement(record));
        }
      }
      meters
          .counter("supportpulse.classifier.records", "outcome", outcome.getClass().getSimpleName())
          .increment();
    }
    if (tier == ClassifierTier.ACCURATE) {
      capacity.took(batch.count(), System.nanoTime() - start);
    }
    publisher.publish(outgoing);
  }
}
