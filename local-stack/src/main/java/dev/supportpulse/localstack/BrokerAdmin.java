package dev.supportpulse.localstack;

import dev.supportpulse.events.Topics;
import dev.supportpulse.events.Topics.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** What we ask of a running broker. */
final class BrokerAdmin implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Admin admin;

  BrokerAdmin(String bootstrapServers) {
    this.admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, "100",
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "200",
                AdminClientConfig.RETRY_BACKOFF_MS_CONFIG, "100"));
  }

  /** Whether the broker answered within a second. */
  boolean answers() {
    try {
      return !within(Duration.ofSeconds(1), admin.describeCluster().nodes()).isEmpty();
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }

  /** Creates what is missing of {@link Topics#all()}. */
  void createTopics(int partitions) {
    List<NewTopic> topics = Topics.all().stream().map(topic -> topic(topic, partitions)).toList();
    for (KafkaFuture<Void> creation : admin.createTopics(topics).values().values()) {
      try {
        within(LIMIT, creation);
      } catch (ExecutionException | TimeoutException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw new StackException("cannot create topics: " + e, e);
        }
      }
    }
  }

  private static NewTopic topic(Topic topic, int partitions) {
    return new NewTopic(topic.name(), topic.keyed() ? partitions : 1, (short) 1)
        .configs(
            Map.of(
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime",
                TopicConfig.CLEANUP_POLICY_CONFIG, topic.cleanupPolicy(),
                TopicConfig.RETENTION_MS_CONFIG, Long.toString(topic.retention().toMillis()),
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    Integer.toString(KafkaBroker.MAX_MESSAGE_BYTES)));
  }

  /** Expels the members of all consumer groups. */
  void expelConsumers() {
    try {
      List<String> groups =
          within(LIMIT, admin.listGroups().all()).stream().map(GroupListing::groupId).toList();
      for (ConsumerGroupDescription group :
          within(LIMIT, admin.describeConsumerGroups(groups).all()).values()) {
        if (!group.members().isEmpty()) {
          within(
              LIMIT,
              admin
                  .removeMembersFromConsumerGroup(
                      group.groupId(), new RemoveMembersFromConsumerGroupOptions())
                  .all());
        }
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new StackException("cannot expel consumers: " + e, e);
    }
  }

  private static <T> T within(Duration limit, KafkaFuture<T> answer)
      throws ExecutionException, TimeoutException {
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted while asking the broker", e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
