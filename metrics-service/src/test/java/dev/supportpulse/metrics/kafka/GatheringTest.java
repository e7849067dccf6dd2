package dev.supportpulse.metrics.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.Topics;
import dev.supportpulse.metrics.ledger.Batch;
import dev.supportpulse.metrics.ledger.Claim;
import dev.supportpulse.metrics.ledger.Ledger;
import dev.supportpulse.metrics.ledger.SourcePartition;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is counted next of what was read, and what waits. */
class GatheringTest {

  private static final TopicPartition EVENTS = new TopicPartition(Topics.EVENTS, 0);
  private static final TopicPartition FOUND = new TopicPartition(Topics.CLASSIFICATIONS, 0);

  private final EveryClaim ledger = new EveryClaim();
  private final DatabaseRetry retry =
      new DatabaseRetry(Duration.ofMillis(1), new ConsumerStatus(), new CountDownLatch(1));
  private final InFlight inFlight = new InFlight(ledger, retry);
  private final Set<TopicPartition> ofUnknownLag = new HashSet<>();
  private final MockConsumer<byte[], byte[]> consumer =
      new MockConsumer<>("earliest") {
        @Override
        public synchronized OptionalLong currentLag(TopicPartition partition) {
          return ofUnknownLag.contains(partition)
              ? OptionalLong.empty()
              : super.currentLag(partition);
        }
      };
  private final Claims claims = new Claims(consumer, ledger, inFlight, retry, new ConsumerStatus());
  private final Gathering gathering = new Gathering(consumer, claims);

  @BeforeEach
  void assign() {
    consumer.assign(List.of(EVENTS, FOUND));
    consumer.updateBeginningOffsets(Map.of(EVENTS, 0L, FOUND, 0L));
    consumer.updateEndOffsets(Map.of(EVENTS, 100L, FOUND, 0L));
    claims.onPartitionsAssigned(List.of(EVENTS, FOUND));
  }

  @AfterEach
  void close() {
    inFlight.close();
  }

  @Test
  void whatWasReadIsGivenAwayOnceAndFollowsWhatWasBefore() {
    read(EVENTS, 0, 10, 20);
    assertThat(gathering.size()).isEqualTo(2);
    assertThat(gathering.take(3)).isEqualTo(batch(3, EVENTS, 0, 2, 20));
    assertThat(gathering.size()).isZero();
    assertThat(gathering.take(3).slices()).isEmpty();

    read(EVENTS, 2, 30);
    assertThat(gathering.take(3)).isEqualTo(batch(3, EVENTS, 2, 3, 30));
  }

  @Test
  void whicheverIsAheadWaitsForTheOther() {
    consumer.updateEndOffsets(Map.of(FOUND, 100L));
    read(EVENTS, 0, 10, 20);
    assertThat(gathering.take(0).slices()).isEmpty();
    read(FOUND, 0, 15, 20, 25, 35);

    assertThat(consumer.paused()).containsExactly(FOUND);
    assertThat(next(gathering.take(0))).isEqualTo(Map.of(EVENTS, 2L, FOUND, 2L));
    assertThat(gathering.take(0).slices()).isEmpty();

    read(EVENTS, 2, 30);
    assertThat(next(gathering.take(0))).isEqualTo(Map.of(EVENTS, 3L, FOUND, 3L));
    read(EVENTS, 3, 40);
    assertThat(consumer.paused()).containsExactly(EVENTS);
    assertThat(next(gathering.take(0))).isEqualTo(Map.of(FOUND, 4L));
  }

  @Test
  void nothingWaitsForATopicThatIsReadToItsEnd() {
    consumer.updateEndOffsets(Map.of(EVENTS, 1L, FOUND, 100L));
    read(EVENTS, 0, 10);
    read(FOUND, 0, 15);

    assertThat(next(gathering.take(0))).isEqualTo(Map.of(EVENTS, 1L, FOUND, 1L));
  }

  @Test
  void nothingWaitsForATopicThatEndedWhereItWasClaimedAlthoughItsLagIsUnknown() {
    consumer.updateEndOffsets(Map.of(EVENTS, 0L, FOUND, 100L));
    claims.onPartitionsAssigned(List.of(EVENTS, FOUND));
    ofUnknownLag.add(EVENTS);
    read(FOUND, 0, 15, 20);

    assertThat(consumer.paused()).isEmpty();
    assertThat(next(gathering.take(0))).isEqualTo(Map.of(FOUND, 2L));
  }

  @Test
  void whatHadRecordsWhenItWasClaimedIsWaitedForWhileItsLagIsUnknown() {
    consumer.updateEndOffsets(Map.of(FOUND, 100L));
    ofUnknownLag.add(EVENTS);
    read(FOUND, 0, 15, 20);

    assertThat(gathering.take(0).slices()).isEmpty();
  }

  @Test
  void whatWasReadUnderAnEarlierClaimIsDropped() {
    read(EVENTS, 0, 10, 20);

    claims.claim(List.of(EVENTS));

    assertThat(gathering.take(0).slices()).isEmpty();
    read(EVENTS, 0, 10);
    assertThat(next(gathering.take(0))).isEqualTo(Map.of(EVENTS, 1L));
  }

  /** Records that were appended at these times, read from that offset on. */
  private void read(TopicPartition partition, long from, long... timestamps) {
    long offset = from;
    for (long timestamp : timestamps) {
      consumer.addRecord(
          new ConsumerRecord<>(
              partition.topic(),
              partition.partition(),
              offset++,
              timestamp,
              TimestampType.LOG_APPEND_TIME,
              0,
              0,
              new byte[0],
              new byte[0],
              new RecordHeaders(),
              Optional.empty()));
    }
    gathering.add(consumer.poll(Duration.ZERO), record -> null);
  }

  private static Map<TopicPartition, Long> next(Batch batch) {
    Map<TopicPartition, Long> next = new HashMap<>();
    batch.slices().forEach((source, slice) -> next.put(TopicPartitions.of(source), slice.next()));
    return next;
  }

  private static Batch batch(
      int stripe, TopicPartition partition, long from, long next, long appendedAt) {
    return new Batch(
        new TreeMap<>(
            Map.of(
                TopicPartitions.source(partition),
                new Batch.Slice(
                    new Claim(from, 1), next, Instant.ofEpochMilli(appendedAt), List.of()))),
        stripe);
  }

  /** Grants every claim, from the beginning on. */
  private static final class EveryClaim implements Ledger {

    private final Map<SourcePartition, Long> epochs = new TreeMap<>();

    @Override
    public Map<SourcePartition, Claim> claim(NavigableMap<SourcePartition, Long> beginnings) {
      Map<SourcePartition, Claim> granted = new TreeMap<>();
      beginnings.forEach(
          (partition, beginning) ->
              granted.put(partition, new Claim(beginning, epochs.merge(partition, 1L, Long::sum))));
      return granted;
    }

    @Override
    public NavigableSet<SourcePartition> record(Batch batch) {
      return new TreeSet<>();
    }
  }
}
