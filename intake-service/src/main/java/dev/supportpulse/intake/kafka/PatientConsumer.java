package dev.supportpulse.intake.kafka;

import dev.supportpulse.intake.submission.LogUnavailable;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A consumer of no group that is told which partitions to read, for one caller at a time. Who waits
 * longer than is set, for another caller or for the broker, gets {@link LogUnavailable}.
 */
final class PatientConsumer implements AutoCloseable {

  private static final int MAX_POLL_RECORDS = 500;
  private static final int MAX_FETCH_BYTES = 8 * 1024 * 1024;
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);

  private final Consumer<byte[], byte[]> consumer;
  private final Duration patience;
  private final ReentrantLock lock = new ReentrantLock();

  PatientConsumer(Map<String, Object> connection, String clientId, Duration patience) {
    Map<String, Object> settings = new HashMap<>(connection);
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS);
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MAX_FETCH_BYTES);
    settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1000L);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
    settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.patience = patience;
  }

  /** When a caller that began now has waited long enough, in {@link System#nanoTime}. */
  long deadline() {
    return System.nanoTime() + patience.toNanos();
  }

  /** Does something with the consumer. */
  <T> T use(Function<Consumer<byte[], byte[]>, T> work) {
    try {
      if (!lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new LogUnavailable("somebody else reads for long", new IllegalStateException());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LogUnavailable("interrupted", e);
    }
    try {
      return work.apply(consumer);
    } catch (KafkaException e) {
      throw new LogUnavailable("the broker doesn't answer", e);
    } finally {
      lock.unlock();
    }
  }

  /** The partitions of a topic. */
  static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer, String topic) {
    List<PartitionInfo> infos = consumer.partitionsFor(topic);
    if (infos == null || infos.isEmpty()) {
      throw new KafkaException("there is no topic " + topic);
    }
    return infos.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
  }

  @Override
  public void close() {
    use(
        consumer -> {
          consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(CLOSE_WITHIN));
          return null;
        });
  }
}
