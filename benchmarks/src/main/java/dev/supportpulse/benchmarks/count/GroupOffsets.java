package dev.supportpulse.benchmarks.count;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** The progress of a consumer group, as it committed it to the broker. */
public final class GroupOffsets implements Progress {

  private static final ListOffsetsOptions COMMITTED =
      new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);

  private final Admin admin;
  private final String group;
  private final List<TopicPartition> inner;

  /**
   * Of that group.
   *
   * @param inner topics that the group writes and reads itself; it has counted everything when
   *     those are read to their ends, too
   */
  public GroupOffsets(Admin admin, String group, Collection<String> inner, int partitions) {
    this.admin = admin;
    this.group = group;
    this.inner =
        inner.stream()
            .flatMap(
                topic ->
                    IntStream.range(0, partitions)
                        .mapToObj(partition -> new TopicPartition(topic, partition)))
            .toList();
  }

  @Override
  public boolean reached(Map<TopicPartition, Long> next) {
    try {
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      return hasReached(committed, next) && (inner.isEmpty() || hasReached(committed, ends()));
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker doesn't tell where " + group + " stands", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static boolean hasReached(
      Map<TopicPartition, OffsetAndMetadata> committed, Map<TopicPartition, Long> next) {
    return next.entrySet().stream()
        .allMatch(
            end -> {
              OffsetAndMetadata offset = committed.get(end.getKey());
              return end.getValue() == 0 || (offset != null && offset.offset() >= end.getValue());
            });
  }

  private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
    Map<TopicPartition, Long> ends = new HashMap<>();
    admin
        .listOffsets(
            inner.stream().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())),
            COMMITTED)
        .all()
        .get()
        .forEach((partition, end) -> ends.put(partition, end.offset()));
    return ends;
  }
}
