package dev.supportpulse.systemtests;

import dev.supportpulse.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The digests of each identity that is in the topic of accepted events now, by project. */
record TopicDigests(Map<String, Map<String, Set<String>>> byProject) {

  private static final Duration POLL = Duration.ofMillis(200);

  static TopicDigests read(String bootstrapServers) {
    Map<String, Map<String, Set<String>>> byProject = new HashMap<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.EVENTS).stream()
              .map(info -> new TopicPartition(Topics.EVENTS, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(at -> consumer.position(at) < ends.getOrDefault(at, 0L))) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          byProject
              .computeIfAbsent(header(record, "ce_project"), project -> new HashMap<>())
              .computeIfAbsent(record.key(), identity -> new HashSet<>())
              .add(header(record, "ce_digest"));
        }
      }
    }
    return new TopicDigests(byProject);
  }

  /** The identities of a project, each with the digests that it has there. */
  Map<String, Set<String>> of(String project) {
    return byProject.getOrDefault(project, Map.of());
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
