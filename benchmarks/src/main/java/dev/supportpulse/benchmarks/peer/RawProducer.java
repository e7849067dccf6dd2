package dev.supportpulse.benchmarks.peer;

import dev.supportpulse.events.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Sends the same records as fast as one thread can; here there is no HTTP at all. */
public final class RawProducer implements AutoCloseable {

  private final Producer<String, byte[]> producer;
  private final SameRecord records;
  private final LongAdder acknowledged = new LongAdder();

  public RawProducer(String bootstrapServers, SampleEvent sample) {
    this.producer = BareHandler.producer(bootstrapServers);
    this.records = new SameRecord(sample, Instant.now());
  }

  /** How many records were acknowledged in about so long. */
  public long send(Duration length) {
    long before = acknowledged.sum();
    long end = System.nanoTime() + length.toNanos();
    while (System.nanoTime() < end) {
      Future<RecordMetadata> unused = // the callback tells the same
          producer.send(
              records.next(Topics.EVENTS),
              (metadata, failure) -> {
                if (failure == null) {
                  acknowledged.increment();
                }
              });
    }
    return acknowledged.sum() - before;
  }

  @Override
  public void close() {
    producer.close();
  }
}
