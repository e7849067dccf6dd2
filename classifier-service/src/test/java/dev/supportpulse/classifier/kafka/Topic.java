package dev.supportpulse.classifier.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.Digest;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.Topics;
import dev.supportpulse.events.UpstreamData;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A test's own view of the broker. */
final class Topic implements AutoCloseable {

  static final Digest DIGEST = new Digest("0f".repeat(32));

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final String bootstrapServers;
  private final KafkaProducer<byte[], byte[]> producer;

  Topic(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 5),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  static SupportEvent event(String project, String id, UpstreamData data) {
    Instant now = Instant.parse("2026-03-01T10:00:00Z");
    return new SupportEvent(project, "/forum", id, now, null, now, DIGEST, data);
  }

  /** Sends an event as intake does. */
  void send(SupportEvent event) {
    byte[] key = event.key().hex().getBytes(StandardCharsets.UTF_8);
    var unused =
        producer.send(
            KafkaMessageFactory.createWriter(Topics.EVENTS, key)
                .writeBinary(EventCodec.encode(event)));
  }

  /** Returns when the broker has all that was sent. */
  void flush() {
    producer.flush();
  }

  void sendRaw(ProducerRecord<byte[], byte[]> record) throws InterruptedException {
    try {
      producer.send(record).get();
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  /** Everything in a topic that passes, once there are at least that many. */
  List<ConsumerRecord<byte[], byte[]>> await(
      String topic, int atLeast, Predicate<ConsumerRecord<byte[], byte[]>> passes) {
    return awaitUntil(topic, passes, found -> found.size() >= atLeast);
  }

  /** Everything in a topic that passes, once the list of it is complete. */
  List<ConsumerRecord<byte[], byte[]>> awaitUntil(
      String topic,
      Predicate<ConsumerRecord<byte[], byte[]>> passes,
      Predicate<List<ConsumerRecord<byte[], byte[]>>> complete) {
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(Map.of())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Instant end = Instant.now().plus(PATIENCE);
      while (!complete.test(found) && Instant.now().isBefore(end)) {
        consumer.poll(Duration.ofMillis(100)).forEach(r -> addIf(passes, r, found));
      }
      // What would come too much comes soon.
      consumer.poll(Duration.ofMillis(500)).forEach(r -> addIf(passes, r, found));
    }
    assertThat(complete.test(found)).as("%d records in time", found.size()).isTrue();
    return found;
  }

  /** A consumer that does not commit. */
  KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  static SupportEvent decode(ConsumerRecord<byte[], byte[]> record) {
    return EventCodec.decode(KafkaMessageFactory.createReader(record).toEvent());
  }

  static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private static void addIf(
      Predicate<ConsumerRecord<byte[], byte[]>> passes,
      ConsumerRecord<byte[], byte[]> record,
      List<ConsumerRecord<byte[], byte[]>> found) {
    if (passes.test(record)) {
      found.add(record);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
