package dev.supportpulse.metrics.kafka;

import dev.supportpulse.metrics.ledger.Claim;
import dev.supportpulse.metrics.ledger.Ledger;
import dev.supportpulse.metrics.ledger.SourcePartition;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * The partitions that this instance may write for. Claims and seeks when Kafka assigns them; the
 * position comes from the database, never from Kafka.
 *
 * <p>Polling, claiming and seeking happen in one thread. A batch that is being counted meanwhile is
 * waited for, so nothing is ever in flight while a partition changes hands.
 */
final class Claims implements ConsumerRebalanceListener {

  private static final Logger LOG = Logger.getLogger(Claims.class);

  private final Consumer<?, ?> consumer;
  private final Ledger ledger;
  private final InFlight inFlight;
  private final DatabaseRetry retry;
  private final ConsumerStatus status;
  private final Map<TopicPartition, Claim> claims = new TreeMap<>(TopicPartitions.ORDER);

  /** Where each partition ended when it was claimed. */
  private final Map<TopicPartition, Long> ends = new TreeMap<>(TopicPartitions.ORDER);

  Claims(
      Consumer<?, ?> consumer,
      Ledger ledger,
      InFlight inFlight,
      DatabaseRetry retry,
      ConsumerStatus status) {
    this.consumer = consumer;
    this.ledger = ledger;
    this.inFlight = inFlight;
    this.retry = retry;
    this.status = status;
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    inFlight.await();
    claim(partitions);
    status.now(ConsumerStatus.State.ASSIGNED);
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    inFlight.await();
    claims.keySet().removeAll(partitions);
  }

  /** Claims partitions that are assigned to us, and reads on where the ledger stands. */
  void claim(Collection<TopicPartition> partitions) {
    if (partitions.isEmpty()) {
      return;
    }
    NavigableMap<SourcePartition, Long> beginnings = new TreeMap<>();
    consumer
        .beginningOffsets(partitions)
        .forEach((partition, offset) -> beginnings.put(TopicPartitions.source(partition), offset));
    ends.putAll(consumer.endOffsets(partitions));
    Map<SourcePartition, Claim> granted = retry.run(() -> ledger.claim(beginnings));
    granted.forEach(
        (source, claim) -> {
          TopicPartition partition = TopicPartitions.of(source);
          claims.put(partition, claim);
          consumer.seek(partition, claim.next());
        });
    LOG.infof("claimed %s", granted);
  }

  Claim of(TopicPartition partition) {
    Claim claim = claims.get(partition);
    if (claim == null) {
      throw new IllegalStateException("polled from " + partition + " without a claim to it");
    }
    return claim;
  }

  /** Whether all that the partition had when it was claimed is counted, or in flight. */
  boolean isCaughtUp(TopicPartition partition) {
    return of(partition).next() >= ends.getOrDefault(partition, Long.MAX_VALUE);
  }

  /** Whether the partition is still ours under that epoch. */
  boolean isCurrent(TopicPartition partition, long epoch) {
    Claim claim = claims.get(partition);
    return claim != null && claim.epoch() == epoch;
  }

  /** The ledger will stand at that offset once the batch that begins to be counted now is. */
  void advanced(TopicPartition partition, long next) {
    claims.put(partition, new Claim(next, of(partition).epoch()));
  }

  /** The lowest partition number that is ours; 0 if none is. */
  int lowestPartition() {
    return claims.keySet().stream().mapToInt(TopicPartition::partition).min().orElse(0);
  }
}
