package dev.supportpulse.metrics.kafka;

import dev.supportpulse.events.DeadLetterHeaders;
import dev.supportpulse.metrics.ledger.Fact;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Decodes records, and puts away what can't be counted. */
final class RecordReader {

  private final FactDecoder decoder;
  private final DeadLetters deadLetters;

  RecordReader(FactDecoder decoder, DeadLetters deadLetters) {
    this.decoder = decoder;
    this.deadLetters = deadLetters;
  }

  /** What the record says; null if there is nothing to count. */
  @Nullable Fact read(ConsumerRecord<byte[], byte[]> record) {
    Decoded decoded = decoder.decode(record);
    if (decoded instanceof Decoded.Countable countable) {
      return countable.fact();
    }
    if (decoded instanceof Decoded.OutOfRange outOfRange) {
      return putAway(record, outOfRange);
    }
    if (decoded instanceof Decoded.Unreadable unreadable) {
      deadLetters.put(record, unreadable.code(), unreadable.message(), Map.of());
      return null;
    }
    if (decoded instanceof Decoded.ForAnother) {
      return null;
    }
    throw new IllegalStateException("no way to keep " + decoded.getClass());
  }

  /** The letter says that it is counted as quarantined, so that a release can be accounted for. */
  private @Nullable Fact putAway(
      ConsumerRecord<byte[], byte[]> record, Decoded.OutOfRange outOfRange) {
    Fact.EventRefused fact = outOfRange.fact();
    Map<String, String> more =
        fact == null
            ? Map.of()
            : Map.of(DeadLetterHeaders.QUARANTINED, fact.receivedAt().toString());
    deadLetters.put(record, "OUT_OF_RANGE", outOfRange.message(), more);
    return fact;
  }
}
