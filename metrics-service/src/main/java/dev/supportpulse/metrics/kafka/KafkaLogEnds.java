package dev.supportpulse.metrics.kafka;

import dev.supportpulse.events.Topics;
import dev.supportpulse.metrics.config.QueryConfig;
import dev.supportpulse.metrics.ledger.SourcePartition;
import dev.supportpulse.metrics.query.LogEnds;
import dev.supportpulse.metrics.query.LogEndsSource;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks the broker how far the topics reach that metrics counts. */
@ApplicationScoped
public class KafkaLogEnds implements LogEndsSource {

  private static final Logger LOG = Logger.getLogger(KafkaLogEnds.class);
  private static final List<String> COUNTED =
      List.of(Topics.EVENTS, Topics.CLASSIFICATIONS, Topics.REJECTED);

  private final Map<String, Object> kafka;
  private final Clock clock;
  private final Duration timeout;
  private @Nullable Admin admin;

  KafkaLogEnds(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      Clock clock,
      QueryConfig config) {
    this.kafka = kafka;
    this.clock = clock;
    this.timeout = config.brokerTimeout();
  }

  @Override
  public Optional<LogEnds> ask() {
    Instant askedAt = clock.instant();
    try {
      return Optional.of(new LogEnds(askedAt, extents(admin())));
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      LOG.warnf("the broker doesn't say how far its log reaches: %s", e);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private Map<SourcePartition, LogEnds.Extent> extents(Admin broker)
      throws ExecutionException, TimeoutException, InterruptedException {
    List<TopicPartition> partitions =
        answer(broker.describeTopics(COUNTED).allTopicNames()).values().stream()
            .flatMap(KafkaLogEnds::partitions)
            .toList();
    KafkaFuture<Map<TopicPartition, ListOffsetsResultInfo>> ends =
        offsets(broker, partitions, OffsetSpec.latest());
    Map<TopicPartition, ListOffsetsResultInfo> beginnings =
        answer(offsets(broker, partitions, OffsetSpec.earliest()));
    Map<SourcePartition, LogEnds.Extent> extents = new HashMap<>();
    answer(ends)
        .forEach(
            (partition, end) -> {
              ListOffsetsResultInfo beginning = beginnings.get(partition);
              extents.put(
                  TopicPartitions.source(partition),
                  new LogEnds.Extent(beginning == null ? 0 : beginning.offset(), end.offset()));
            });
    return extents;
  }

  private static Stream<TopicPartition> partitions(TopicDescription topic) {
    return topic.partitions().stream()
        .map(partition -> new TopicPartition(topic.name(), partition.partition()));
  }

  private static KafkaFuture<Map<TopicPartition, ListOffsetsResultInfo>> offsets(
      Admin broker, List<TopicPartition> partitions, OffsetSpec spec) {
    return broker
        .listOffsets(partitions.stream().collect(Collectors.toMap(p -> p, p -> spec)))
        .all();
  }

  private <T> T answer(KafkaFuture<T> future)
      throws ExecutionException, TimeoutException, InterruptedException {
    return future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Connects when first asked: the service may start before its broker. */
  private synchronized Admin admin() {
    Admin connected = admin;
    if (connected == null) {
      Map<String, Object> settings = new HashMap<>(kafka);
      settings.keySet().retainAll(AdminClientConfig.configNames());
      settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "metrics-query");
      settings.put(
          AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(timeout.toMillis()));
      settings.put(
          AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(timeout.toMillis()));
      connected = Admin.create(settings);
      admin = connected;
    }
    return connected;
  }

  @PreDestroy
  synchronized void close() {
    if (admin != null) {
      admin.close(timeout);
    }
  }
}
