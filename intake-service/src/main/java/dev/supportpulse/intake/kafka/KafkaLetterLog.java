package dev.supportpulse.intake.kafka;

import dev.supportpulse.intake.config.RedriveConfig;
import dev.supportpulse.intake.redrive.Kept;
import dev.supportpulse.intake.redrive.Kept.Bytes;
import dev.supportpulse.intake.redrive.LetterId;
import dev.supportpulse.intake.redrive.LetterLog;
import dev.supportpulse.intake.submission.LogUnavailable;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads letters from their topics, wherever it is told to. */
@ApplicationScoped
class KafkaLetterLog implements LetterLog {

  private static final Duration POLL = Duration.ofMillis(200);

  private final PatientConsumer reader;

  KafkaLetterLog(
      @Identifier("default-kafka-broker") Map<String, Object> connection, RedriveConfig config) {
    reader = new PatientConsumer(connection, "intake-letters", config.patience());
  }

  @Override
  public NavigableMap<Integer, Span> spans(String topic, @Nullable Instant from) {
    return reader.use(
        consumer -> {
          List<TopicPartition> partitions = PatientConsumer.partitions(consumer, topic);
          Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
          Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
          Map<TopicPartition, OffsetAndTimestamp> times = times(consumer, partitions, from);
          NavigableMap<Integer, Span> spans = new TreeMap<>();
          for (TopicPartition partition : partitions) {
            long end = ends.getOrDefault(partition, 0L);
            OffsetAndTimestamp first = times.get(partition);
            long begin =
                from == null
                    ? begins.getOrDefault(partition, 0L)
                    : first == null ? end : first.offset();
            spans.put(partition.partition(), new Span(begin, end));
          }
          return spans;
        });
  }

  private static Map<TopicPartition, OffsetAndTimestamp> times(
      Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions, @Nullable Instant from) {
    if (from == null) {
      return Map.of();
    }
    Map<TopicPartition, Long> wanted = new HashMap<>();
    partitions.forEach(partition -> wanted.put(partition, Math.max(0, from.toEpochMilli())));
    return consumer.offsetsForTimes(wanted);
  }

  @Override
  public List<Kept> read(String topic, int partition, Span span) {
    TopicPartition from = new TopicPartition(topic, partition);
    return reader.use(consumer -> read(consumer, from, span));
  }

  private List<Kept> read(Consumer<byte[], byte[]> consumer, TopicPartition from, Span span) {
    if (!consumer.assignment().equals(Set.of(from))) {
      consumer.assign(List.of(from));
    }
    consumer.seek(from, span.begin());
    long deadline = reader.deadline();
    while (consumer.position(from) < span.end()) {
      List<Kept> records = new ArrayList<>();
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        if (record.offset() < span.end()) {
          records.add(kept(record));
        }
      }
      if (!records.isEmpty()) {
        return records;
      }
      if (System.nanoTime() > deadline) {
        throw new LogUnavailable("the broker doesn't answer", new TimeoutException());
      }
    }
    return List.of();
  }

  private static Kept kept(ConsumerRecord<byte[], byte[]> record) {
    List<Kept.Header> headers = new ArrayList<>();
    record
        .headers()
        .forEach(header -> headers.add(new Kept.Header(header.key(), Bytes.of(header.value()))));
    return new Kept(
        new LetterId(record.topic(), record.partition(), record.offset()),
        Instant.ofEpochMilli(record.timestamp()),
        Bytes.of(record.key()),
        headers,
        Bytes.of(record.value()));
  }

  @PreDestroy
  void close() {
    reader.close();
  }
}
