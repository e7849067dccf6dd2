package dev.supportpulse.metrics.kafka;

import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.SupportEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes to the topics as intake and classifier do, and reads what was put away. */
final class TestTopics implements AutoCloseable {

  private final String bootstrapServers;
  private final KafkaProducer<byte[], byte[]> producer;

  TestTopics(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  void send(String topic, SupportEvent event) throws Exception {
    sendWithKey(topic, event, event.key().hex());
  }

  void sendWithKey(String topic, SupportEvent event, String key) throws Exception {
    ProducerRecord<byte[], byte[]> record =
        KafkaMessageFactory.<byte[]>createWriter(
                topic, null, null, key.getBytes(StandardCharsets.UTF_8))
            .writeBinary(EventCodec.encode(event));
    producer.send(record).get();
  }

  void sendRedriven(String topic, SupportEvent event, String key, Map<String, String> headers)
      throws Exception {
    ProducerRecord<byte[], byte[]> record =
        KafkaMessageFactory.<byte[]>createWriter(
                topic, null, null, key.getBytes(StandardCharsets.UTF_8))
            .writeBinary(EventCodec.encode(event));
    headers.forEach(
        (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    producer.send(record).get();
  }

  void sendRaw(String topic, byte @Nullable [] value) throws Exception {
    producer.send(new ProducerRecord<>(topic, value)).get();
  }

  /** What passes of a topic's only partition, once there are so many. */
  List<ConsumerRecord<byte[], byte[]>> letters(
      String topic, int count, Predicate<ConsumerRecord<byte[], byte[]>> passes) {
    List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
    Instant deadline = Instant.now().plusSeconds(20);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      while (letters.size() < count && Instant.now().isBefore(deadline)) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          if (passes.test(record)) {
            letters.add(record);
          }
        }
      }
    }
    return letters;
  }

  static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close();
  }
}
