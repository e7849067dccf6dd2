package dev.supportpulse.intake.kafka;

import dev.supportpulse.events.Identity;
import dev.supportpulse.events.Topics;
import dev.supportpulse.localstack.KafkaBroker;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what is in the log now, as its consumers do. */
public final class LogReader {

  private final String bootstrapServers;

  public LogReader(KafkaBroker broker) {
    bootstrapServers = broker.bootstrapServers();
  }

  /**
   * A record of the log.
   *
   * @param key the Kafka key
   * @param headers the Kafka headers
   */
  public record Entry(String key, CloudEvent event, Map<String, String> headers) {

    /** The data as text. */
    public String data() {
      return new String(Objects.requireNonNull(event.getData()).toBytes(), StandardCharsets.UTF_8);
    }

    /** The attribute or extension of that name. */
    public String attribute(String name) {
      Object value =
          event.getAttributeNames().contains(name)
              ? event.getAttribute(name)
              : event.getExtension(name);
      return String.valueOf(value);
    }
  }

  /** The accepted events of a project. */
  public List<Entry> events(String project) {
    return read(Topics.EVENTS, project);
  }

  /** The refused events of a project. */
  public List<Entry> rejected(String project) {
    return read(Topics.REJECTED, project);
  }

  /** What was audited about a project. */
  public List<Entry> audit(String project) {
    return read(Topics.AUDIT, project);
  }

  /** The identities of all accepted events. */
  public Set<String> identities() {
    return all(Topics.EVENTS, record -> true).stream()
        .map(
            entry ->
                Identity.of(
                        entry.attribute("project"),
                        entry.event().getSource().toString(),
                        entry.event().getId())
                    .hex())
        .collect(Collectors.toSet());
  }

  private List<Entry> read(String topic, String project) {
    return all(topic, record -> mentions(record, project)).stream()
        .filter(entry -> project.equals(entry.event().getExtension("project")))
        .toList();
  }

  /** Cheap, since other tests leave a hundred thousand records that needn't be decoded. */
  private static boolean mentions(ConsumerRecord<String, byte[]> record, String project) {
    return new String(record.value(), StandardCharsets.UTF_8).contains(project)
        || Stream.of(record.headers().toArray())
            .anyMatch(header -> project.equals(new String(header.value(), StandardCharsets.UTF_8)));
  }

  private List<Entry> all(String topic, Predicate<ConsumerRecord<String, byte[]>> wanted) {
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
    List<Entry> entries = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (Stream.of(partitions)
          .flatMap(List::stream)
          .anyMatch(at -> consumer.position(at) < ends.getOrDefault(at, 0L))) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          if (!wanted.test(record)) {
            continue;
          }
          Map<String, String> headers = new HashMap<>();
          record
              .headers()
              .forEach(
                  header ->
                      headers.put(
                          header.key(), new String(header.value(), StandardCharsets.UTF_8)));
          entries.add(
              new Entry(
                  record.key(),
                  KafkaMessageFactory.createReader(record.headers(), record.value()).toEvent(),
                  headers));
        }
      }
    }
    return entries;
  }
}
