package dev.supportpulse.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {

  private static final TopicPartition EVENTS = new TopicPartition(Topics.EVENTS, 0);

  @TempDir Path folder;

  @Test
  void keepsWhatItAcknowledgedThroughKillAndRestart() throws Exception {
    byte[] first = new byte[2 * 1024 * 1024];
    byte[] second = {2};
    int port;
    try (KafkaBroker broker = KafkaBroker.start(folder, 0)) {
      port = broker.port();
      broker.createTopics(6);
      broker.createTopics(6);
      assertThat(partitions(broker, Topics.EVENTS)).isEqualTo(6);
      assertThat(partitions(broker, Topics.AUDIT)).isEqualTo(1);
      send(broker, first);
      broker.kill();
      assertThat(broker.handle().isAlive()).isFalse();
    }

    try (KafkaBroker broker = KafkaBroker.start(folder, port)) {
      send(broker, second);
    }

    try (KafkaBroker broker = KafkaBroker.start(folder, port)) {
      List<ConsumerRecord<byte[], byte[]>> records = readAll(broker);
      assertThat(records).extracting(ConsumerRecord::value).containsExactly(first, second);
      assertThat(records)
          .extracting(ConsumerRecord::timestampType)
          .containsOnly(TimestampType.LOG_APPEND_TIME);
    }
  }

  private static int partitions(KafkaBroker broker, String topic) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      return admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
          .mapToInt(description -> description.partitions().size())
          .sum();
    }
  }

  private static void send(KafkaBroker broker, byte[] value) throws Exception {
    Map<String, Object> config =
        Map.of("bootstrap.servers", broker.bootstrapServers(), "max.request.size", 4_000_000);
    try (var producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<byte[], byte[]>(EVENTS.topic(), 0, null, value)).get();
    }
  }

  private static List<ConsumerRecord<byte[], byte[]>> readAll(KafkaBroker broker) {
    Map<String, Object> config = Map.of("bootstrap.servers", broker.bootstrapServers());
    try (var consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(EVENTS));
      consumer.seekToBeginning(List.of(EVENTS));
      long end = consumer.endOffsets(List.of(EVENTS)).getOrDefault(EVENTS, 0L);
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      while (consumer.position(EVENTS) < end) {
        consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
      }
      return records;
    }
  }
}
