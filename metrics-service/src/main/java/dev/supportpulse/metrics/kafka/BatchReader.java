package dev.supportpulse.metrics.kafka;

import dev.supportpulse.events.DeadLetterHeaders;
import dev.supportpulse.metrics.ledger.Batch;
import dev.supportpulse.metrics.ledger.Claim;
import dev.supportpulse.metrics.ledger.Fact;
import dev.supportpulse.metrics.ledger.SourcePartition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Makes a batch of what was polled: decodes it, and puts away what can't be counted. */
final class BatchReader {

  private final FactDecoder decoder;
  private final DeadLetters deadLetters;
  private final Claims claims;

  BatchReader(FactDecoder decoder, DeadLetters deadLetters, Claims claims) {
    this.decoder = decoder;
    this.deadLetters = deadLetters;
    this.claims = claims;
  }

  Batch read(ConsumerRecords<byte[], byte[]> records, int stripe) {
    NavigableMap<SourcePartition, Batch.Slice> slices = new TreeMap<>();
    for (TopicPartition partition : records.partitions()) {
      Claim claim = claims.of(partition);
      List<ConsumerRecord<byte[], byte[]>> uncounted =
          records.records(partition).stream()
              .filter(record -> record.offset() >= claim.next())
              .toList();
      if (!uncounted.isEmpty()) {
        slices.put(TopicPartitions.source(partition), slice(claim, uncounted));
      }
    }
    return new Batch(slices, stripe);
  }

  private Batch.Slice slice(Claim claim, List<ConsumerRecord<byte[], byte[]>> records) {
    List<Fact> facts = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      Decoded decoded = decoder.decode(record);
      if (decoded instanceof Decoded.Countable countable) {
        facts.add(countable.fact());
      } else if (decoded instanceof Decoded.OutOfRange outOfRange) {
        putAway(record, outOfRange, facts);
      } else if (decoded instanceof Decoded.Unreadable unreadable) {
        deadLetters.put(record, unreadable.code(), unreadable.message(), Map.of());
      } else if (!(decoded instanceof Decoded.ForAnother)) {
        throw new IllegalStateException("no way to keep " + decoded.getClass());
      }
    }
    ConsumerRecord<byte[], byte[]> last = records.get(records.size() - 1);
    return new Batch.Slice(
        claim, last.offset() + 1, Instant.ofEpochMilli(last.timestamp()), List.copyOf(facts));
  }

  /** The letter says that it is counted as quarantined, so that a release can be accounted for. */
  private void putAway(
      ConsumerRecord<byte[], byte[]> record, Decoded.OutOfRange outOfRange, List<Fact> facts) {
    Map<String, String> more = Map.of();
    Fact.EventRefused fact = outOfRange.fact();
    if (fact != null) {
      facts.add(fact);
      more = Map.of(DeadLetterHeaders.QUARANTINED, fact.receivedAt().toString());
    }
    deadLetters.put(record, "OUT_OF_RANGE", outOfRange.message(), more);
  }
}
