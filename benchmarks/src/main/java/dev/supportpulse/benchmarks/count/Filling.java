package dev.supportpulse.benchmarks.count;

import dev.supportpulse.benchmarks.history.History;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Fills a contender's topics with the next records of its history. They are written in one Kafka
 * transaction, so that a contender, which reads what is committed, finds all of them at one moment
 * and none before.
 */
public final class Filling implements AutoCloseable {

  private static final int LINGER_MILLIS = 20;
  private static final int BATCH_BYTES = 64 * 1024;
  private static final int TRANSACTION_MILLIS = 300_000;

  private final History history;
  private final String prefix;
  private final Producer<byte[], byte[]> producer;

  /**
   * A filling.
   *
   * @param prefix of the names of the contender's topics; empty for the service's own
   */
  public Filling(String bootstrapServers, String prefix, History history) {
    this.history = history;
    this.prefix = prefix;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", bootstrapServers,
                "transactional.id", prefix + "filling",
                "transaction.timeout.ms", TRANSACTION_MILLIS,
                "linger.ms", LINGER_MILLIS,
                "batch.size", BATCH_BYTES),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    producer.initTransactions();
  }

  /** Writes so many records, which nobody sees yet. */
  public Filled fill(int records) {
    Map<TopicPartition, Long> next = new ConcurrentHashMap<>();
    producer.beginTransaction();
    for (int i = 0; i < records; i++) {
      ProducerRecord<byte[], byte[]> record = history.next();
      Future<RecordMetadata> unused = // a failure fails the commit
          producer.send(
              new ProducerRecord<>(
                  prefix + record.topic(), null, record.key(), record.value(), record.headers()),
              (written, failure) -> {
                if (failure == null) {
                  next.merge(
                      new TopicPartition(written.topic(), written.partition()),
                      written.offset() + 1,
                      Math::max);
                }
              });
    }
    producer.flush();
    Map<TopicPartition, Long> ordered =
        new TreeMap<>(
            Comparator.comparing(TopicPartition::topic)
                .thenComparingInt(TopicPartition::partition));
    ordered.putAll(next);
    return new Filled(records, ordered, producer::commitTransaction);
  }

  @Override
  public void close() {
    producer.close();
  }

  /**
   * Records that were written.
   *
   * @param next where each partition ends
   * @param show lets everybody see them
   */
  public record Filled(int records, Map<TopicPartition, Long> next, Runnable show) {}
}
