package dev.supportpulse.classifier.kafka;

import dev.supportpulse.events.Topics;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The events that there are, for who reads them besides the stream. Methods throw {@link
 * BrokerAway}.
 */
@ApplicationScoped
public class EventLog {

  private static final Duration POLL = Duration.ofMillis(200);

  /** About a second's work of the accurate tier. */
  private static final int MAX_POLL_RECORDS = 32;

  private final Map<String, Object> connection;

  EventLog(@Identifier("default-kafka-broker") Map<String, Object> connection) {
    this.connection = connection;
  }

  /** By partition, the offset of the oldest event. */
  public Map<Integer, Long> begins() {
    return offsets(consumer -> consumer.beginningOffsets(partitions(consumer)));
  }

  /** By partition, the offset after the newest event. */
  public Map<Integer, Long> ends() {
    return offsets(consumer -> consumer.endOffsets(partitions(consumer)));
  }

  /** By partition, how far those who classify again for that wish have come. */
  public Map<Integer, Long> positions(long wish) {
    try (Admin admin = Admin.create(new HashMap<>(connection))) {
      return admin
          .listConsumerGroupOffsets(group(wish))
          .partitionsToOffsetAndMetadata()
          .get()
          .entrySet()
          .stream()
          .filter(position -> position.getValue() != null)
          .collect(
              Collectors.toMap(
                  position -> position.getKey().partition(),
                  position -> position.getValue().offset()));
    } catch (ExecutionException | KafkaException e) {
      throw new BrokerAway(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerAway(e);
    }
  }

  /**
   * Shows the records that have one of these keys, in the order of each partition, up to the newest
   * one of now.
   */
  void scan(Collection<String> keys, RecordVisitor show) {
    Set<String> wanted = Set.copyOf(keys);
    try (Consumer<byte[], byte[]> consumer = consumer(Map.of())) {
      int partitions = partitions(consumer).size();
      Set<TopicPartition> read =
          wanted.stream()
              .map(key -> key.getBytes(StandardCharsets.UTF_8))
              .map(key -> BuiltInPartitioner.partitionForKey(key, partitions))
              .map(partition -> new TopicPartition(Topics.EVENTS, partition))
              .collect(Collectors.toSet());
      Map<TopicPartition, Long> ends = consumer.endOffsets(read);
      consumer.assign(read);
      consumer.seekToBeginning(read);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          if (record.key() != null
              && wanted.contains(new String(record.key(), StandardCharsets.UTF_8))) {
            show.visit(record);
          }
        }
      }
    } catch (KafkaException e) {
      throw new BrokerAway(e);
    }
  }

  /** One of those who classify again for a wish. */
  Consumer<byte[], byte[]> member(long wish) {
    return consumer(
        Map.of(
            ConsumerConfig.GROUP_ID_CONFIG,
            group(wish),
            ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
            RangeAssignor.class.getName()));
  }

  /** Sees a record. */
  @FunctionalInterface
  interface RecordVisitor {
    void visit(ConsumerRecord<byte[], byte[]> record);
  }

  private static String group(long wish) {
    return "classifier-service-reprocessing-" + wish;
  }

  private Map<Integer, Long> offsets(Function<Consumer<?, ?>, Map<TopicPartition, Long>> ask) {
    try (Consumer<byte[], byte[]> consumer = consumer(Map.of())) {
      return ask.apply(consumer).entrySet().stream()
          .collect(Collectors.toMap(entry -> entry.getKey().partition(), Map.Entry::getValue));
    } catch (KafkaException e) {
      throw new BrokerAway(e);
    }
  }

  private static Collection<TopicPartition> partitions(Consumer<?, ?> consumer) {
    return consumer.partitionsFor(Topics.EVENTS).stream()
        .map(info -> new TopicPartition(Topics.EVENTS, info.partition()))
        .toList();
  }

  private Consumer<byte[], byte[]> consumer(Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(connection);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS);
    settings.putAll(more);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
