package dev.supportpulse.classifier.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Classifies each polled batch and returns when the broker has its classifications and dead
 * letters; only then the batch's offsets are committed.
 */
@ApplicationScoped
public class EventConsumer {

  private final RecordReader reader;
  private final Publisher publisher;
  private final MeterRegistry meters;

  EventConsumer(RecordReader reader, Publisher publisher, MeterRegistry meters) {
    this.reader = reader;
    this.publisher = publisher;
    this.meters = meters;
  }

  @Incoming("events")
  @Blocking
  void consume(ConsumerRecords<byte[], byte[]> batch) {
    List<Outgoing> outgoing = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : batch) {
      Outcome outcome = reader.read(record);
      outgoing.addAll(Outgoing.of(outcome, record));
      meters
          .counter("supportpulse.classifier.records", "outcome", outcome.getClass().getSimpleName())
          .increment();
    }
    publisher.publish(outgoing);
  }
}
