package dev.supportpulse.metrics.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportpulse.metrics.ledger.Batch;
import dev.supportpulse.metrics.ledger.Claim;
import dev.supportpulse.metrics.ledger.Ledger;
import dev.supportpulse.metrics.ledger.SourcePartition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose a partition is, and what is in flight meanwhile. */
class ClaimsTest {

  private static final TopicPartition ONE = new TopicPartition("t", 1);
  private static final TopicPartition TWO = new TopicPartition("t", 2);

  private final FakeLedger ledger = new FakeLedger();
  private final DatabaseRetry retry =
      new DatabaseRetry(Duration.ofMillis(1), new ConsumerStatus(), new CountDownLatch(1));
  private final InFlight inFlight = new InFlight(ledger, retry);
  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final Claims claims = new Claims(consumer, ledger, inFlight, retry, new ConsumerStatus());

  ClaimsTest() {
    consumer.assign(List.of(ONE, TWO));
    consumer.updateBeginningOffsets(Map.of(ONE, 0L, TWO, 0L));
    consumer.updateEndOffsets(Map.of(ONE, 10L, TWO, 0L));
  }

  @AfterEach
  void close() {
    inFlight.close();
  }

  @Test
  void aClaimIsCurrentUntilThePartitionIsClaimedAgainOrLost() {
    claims.onPartitionsAssigned(List.of(ONE, TWO));
    assertThat(claims.isCaughtUp(TWO)).isTrue();
    assertThat(claims.isCaughtUp(ONE)).isFalse();
    claims.advanced(ONE, 10);
    assertThat(claims.isCaughtUp(ONE)).isTrue();
    assertThat(claims.of(ONE)).isEqualTo(new Claim(10, 1));
    assertThat(claims.isCurrent(ONE, 1)).isTrue();

    claims.claim(List.of(ONE));
    assertThat(claims.isCurrent(ONE, 1)).isFalse();
    assertThat(claims.of(ONE)).isEqualTo(new Claim(0, 2));
    assertThat(consumer.position(ONE)).isZero();

    claims.onPartitionsRevoked(List.of(ONE));
    assertThat(claims.isCurrent(ONE, 2)).isFalse();
    assertThat(claims.of(TWO)).isEqualTo(new Claim(0, 1));
  }

  @Test
  void nothingIsInFlightWhileAPartitionChangesHands() {
    claims.onPartitionsAssigned(List.of(ONE, TWO));
    inFlight.start(batch(10));

    claims.onPartitionsRevoked(List.of(ONE, TWO));

    assertThat(ledger.counted).containsExactly(batch(10));
    assertThatThrownBy(() -> claims.of(ONE)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aBatchInFlightIsTakenOnceWithWhatWasLost() {
    claims.onPartitionsAssigned(List.of(ONE));
    ledger.lost.add(TopicPartitions.source(ONE));
    inFlight.start(batch(10));
    assertThatThrownBy(() -> inFlight.start(batch(20))).isInstanceOf(IllegalStateException.class);

    assertThat(inFlight.take().orElseThrow().lost()).containsExactly(TopicPartitions.source(ONE));
    assertThat(inFlight.take()).isEmpty();
  }

  @Test
  void aFailureForGoodIsToldToWhoeverTakesIt() {
    ledger.failure = new IllegalStateException("no way");
    inFlight.start(new Batch(new TreeMap<>(), 0));

    assertThatThrownBy(inFlight::take).hasMessage("no way");
  }

  private static Batch batch(long next) {
    return new Batch(
        new TreeMap<>(
            Map.of(
                TopicPartitions.source(ONE),
                new Batch.Slice(new Claim(0, 1), next, Instant.EPOCH, List.of()))),
        0);
  }

  /** Counts nothing, and remembers what it should have counted. */
  private static final class FakeLedger implements Ledger {

    private final Map<SourcePartition, Long> epochs = new TreeMap<>();
    private final NavigableSet<SourcePartition> lost = new TreeSet<>();
    private final List<Batch> counted = new CopyOnWriteArrayList<>();
    private volatile @Nullable RuntimeException failure;

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
      RuntimeException failing = failure;
      if (failing != null) {
        throw failing;
      }
      counted.add(batch);
      return lost;
    }
  }
}
