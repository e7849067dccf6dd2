package dev.supportpulse.metrics.kafka;

import dev.supportpulse.metrics.ledger.SourcePartition;
import java.util.Comparator;
import org.apache.kafka.common.TopicPartition;

/** Kafka's word for a partition, and ours. */
final class TopicPartitions {

  static final Comparator<TopicPartition> ORDER =
      Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

  private TopicPartitions() {}

  static SourcePartition source(TopicPartition partition) {
    return new SourcePartition(partition.topic(), partition.partition());
  }

  static TopicPartition of(SourcePartition partition) {
    return new TopicPartition(partition.topic(), partition.partition());
  }
}
