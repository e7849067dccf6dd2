package dev.supportpulse.intake.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.Topics;
import dev.supportpulse.intake.config.RedriveConfig;
import dev.supportpulse.intake.redrive.LetterId;
import dev.supportpulse.intake.redrive.Mark;
import dev.supportpulse.intake.redrive.MarkBook;
import dev.supportpulse.intake.submission.LogUnavailable;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Marks in a compacted topic under the id of their letter: they survive a restart, and all
 * instances read the same. What was read is in memory, some 200 bytes a mark, for as long as its
 * letter is kept.
 */
@ApplicationScoped
class KafkaMarkBook implements MarkBook {

  private static final Logger LOG = Logger.getLogger(KafkaMarkBook.class);
  private static final Duration POLL = Duration.ofMillis(100);

  private final PatientConsumer reader;
  private final RedriveProducer producer;
  private final NavigableMap<LetterId, Mark> marks = new ConcurrentSkipListMap<>();

  KafkaMarkBook(
      @Identifier("default-kafka-broker") Map<String, Object> connection,
      RedriveConfig config,
      RedriveProducer producer) {
    this.reader = new PatientConsumer(connection, "intake-redrives", config.patience());
    this.producer = producer;
  }

  @Override
  public void refresh() {
    reader.use(
        consumer -> {
          if (consumer.assignment().isEmpty()) {
            List<TopicPartition> all = PatientConsumer.partitions(consumer, Topics.REDRIVES);
            consumer.assign(all);
            consumer.seekToBeginning(all);
          }
          readToEnd(consumer);
          return marks;
        });
  }

  private void readToEnd(Consumer<byte[], byte[]> consumer) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    long deadline = reader.deadline();
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      if (System.nanoTime() > deadline) {
        throw new LogUnavailable("not all marks are read yet", new TimeoutException());
      }
      consumer.poll(POLL).forEach(this::note);
    }
  }

  private void note(ConsumerRecord<byte[], byte[]> record) {
    if (record.key() == null || record.value() == null) {
      return;
    }
    try {
      marks.put(
          LetterId.parse(new String(record.key(), StandardCharsets.UTF_8)),
          EventCodec.mapper().readValue(record.value(), Mark.class));
    } catch (IllegalArgumentException | IOException e) {
      LOG.warnf("%s@%d is no mark: %s", record.topic(), record.offset(), e.getMessage());
    }
  }

  @Override
  public @Nullable Mark of(LetterId letter) {
    return marks.get(letter);
  }

  @Override
  public void write(Map<LetterId, Mark> written) {
    producer.send(
        written.entrySet().stream()
            .map(entry -> record(entry.getKey(), entry.getValue()))
            .toList());
    marks.putAll(written);
  }

  private static ProducerRecord<byte[], byte[]> record(LetterId letter, Mark mark) {
    try {
      return new ProducerRecord<>(
          Topics.REDRIVES,
          letter.toString().getBytes(StandardCharsets.UTF_8),
          EventCodec.mapper().writeValueAsBytes(mark));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a mark can't be written", e);
    }
  }

  @Override
  public void forgetBefore(LetterId firstKept) {
    marks
        .subMap(new LetterId(firstKept.topic(), firstKept.partition(), 0), true, firstKept, false)
        .clear();
  }

  @PreDestroy
  void close() {
    reader.close();
  }
}
