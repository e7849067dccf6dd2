package dev.supportpulse.metrics.kafka;

import dev.supportpulse.events.Topics;
import dev.supportpulse.metrics.ledger.Batch;
import dev.supportpulse.metrics.ledger.Claim;
import dev.supportpulse.metrics.ledger.Fact;
import dev.supportpulse.metrics.ledger.SourcePartition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What was read and is to be counted next: decoded at once, so that the records themselves needn't
 * be kept, and given away as one batch when the one before is counted.
 *
 * <p>An event and its classification should be counted together: one that comes long before must be
 * parked, one that comes after rewrites what was just written, and both cost more than all else. Of
 * a backlog the two topics are read at speeds of their own, so of equal partitions only that is
 * counted which was appended up to the time to which both were read; whichever is ahead waits here,
 * and no more of it is read, until the other has come so far or is read to its end.
 */
final class Gathering {

  private static final List<String> TOGETHER = List.of(Topics.EVENTS, Topics.CLASSIFICATIONS);

  private final Consumer<?, ?> consumer;
  private final Claims claims;
  private final NavigableMap<TopicPartition, Waiting> waiting =
      new TreeMap<>(TopicPartitions.ORDER);

  /** When the last record that was read was appended, in milliseconds. */
  private final Map<TopicPartition, Long> readTo = new HashMap<>();

  Gathering(Consumer<?, ?> consumer, Claims claims) {
    this.consumer = consumer;
    this.claims = claims;
  }

  /** A record that was read; without a fact if there is nothing to count. */
  private record Read(long offset, long timestamp, @Nullable Fact fact) {}

  /** What was read of one partition since it was claimed under that epoch. */
  private record Waiting(long epoch, List<Read> reads) {}

  /** How many records wait. */
  int size() {
    return waiting.values().stream().mapToInt(each -> each.reads().size()).sum();
  }

  /** Reads records. */
  void add(
      ConsumerRecords<byte[], byte[]> records,
      Function<ConsumerRecord<byte[], byte[]>, @Nullable Fact> reader) {
    for (TopicPartition partition : records.partitions()) {
      Claim claim = claims.of(partition);
      List<Read> reads = readsOf(partition, claim.epoch());
      for (ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
        if (record.offset() >= claim.next()) {
          reads.add(new Read(record.offset(), record.timestamp(), reader.apply(record)));
        }
      }
      if (!reads.isEmpty()) {
        readTo.put(partition, reads.get(reads.size() - 1).timestamp());
      }
    }
    holdBack();
  }

  private List<Read> readsOf(TopicPartition partition, long epoch) {
    Waiting known = waiting.get(partition);
    if (known == null || known.epoch() != epoch) {
      known = new Waiting(epoch, new ArrayList<>());
      waiting.put(partition, known);
    }
    return known.reads();
  }

  private void holdBack() {
    List<TopicPartition> ahead = new ArrayList<>();
    List<TopicPartition> wanted = new ArrayList<>();
    for (TopicPartition partition : consumer.assignment()) {
      Waiting read = waiting.get(partition);
      boolean isAhead = read != null && countable(partition, read.reads()) < read.reads().size();
      (isAhead ? ahead : wanted).add(partition);
    }
    consumer.pause(ahead);
    consumer.resume(wanted);
  }

  /** How many of what was read, from the first on, need not wait. */
  private int countable(TopicPartition partition, List<Read> reads) {
    int count = reads.size();
    if (TOGETHER.contains(partition.topic())) {
      long to =
          TOGETHER.stream()
              .mapToLong(topic -> knownTo(new TopicPartition(topic, partition.partition())))
              .min()
              .orElseThrow();
      while (count > 0 && reads.get(count - 1).timestamp() > to) {
        count--;
      }
    }
    return count;
  }

  /** Up to when nothing more can come of a partition: without end once all of it is read. */
  private long knownTo(TopicPartition partition) {
    return isReadToItsEnd(partition)
        ? Long.MAX_VALUE
        : readTo.getOrDefault(partition, Long.MIN_VALUE);
  }

  /**
   * Kafka's consumer may not know the lag of a partition of which nothing was fetched since it was
   * assigned, and of one that is at its end nothing may ever be: the other topic must not wait for
   * it.
   */
  private boolean isReadToItsEnd(TopicPartition partition) {
    if (!consumer.assignment().contains(partition)) {
      return true;
    }
    OptionalLong lag = consumer.currentLag(partition);
    return lag.isPresent() ? lag.getAsLong() <= 0 : claims.isCaughtUp(partition);
  }

  /**
   * Gives away what may be counted now. What was read of partitions that were lost or claimed again
   * since then is dropped: it comes again.
   */
  Batch take(int stripe) {
    NavigableMap<SourcePartition, Batch.Slice> slices = new TreeMap<>();
    waiting
        .entrySet()
        .removeIf(entry -> !claims.isCurrent(entry.getKey(), entry.getValue().epoch()));
    waiting.forEach(
        (partition, read) -> {
          List<Read> counted = read.reads().subList(0, countable(partition, read.reads()));
          if (!counted.isEmpty()) {
            slices.put(TopicPartitions.source(partition), slice(claims.of(partition), counted));
            claims.advanced(partition, counted.get(counted.size() - 1).offset() + 1);
            counted.clear();
          }
        });
    return new Batch(slices, stripe);
  }

  private static Batch.Slice slice(Claim claim, List<Read> reads) {
    Read last = reads.get(reads.size() - 1);
    return new Batch.Slice(
        claim,
        last.offset() + 1,
        Instant.ofEpochMilli(last.timestamp()),
        reads.stream().map(Read::fact).filter(Objects::nonNull).toList());
  }
}
