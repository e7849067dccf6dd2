package dev.supportpulse.metrics.kafka;

import dev.supportpulse.events.TraceParent;
import dev.supportpulse.service.trace.Step;
import dev.supportpulse.service.trace.Tracing;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * What the counting is in the traces of events: one step for each record, from when it is read
 * until the transaction that counts it is done. Of one thread; holds only what is recorded.
 */
final class Steps {

  private final Tracing tracing;
  private final Map<TopicPartition, Deque<Begun>> begun = new HashMap<>();

  Steps(Tracing tracing) {
    this.tracing = tracing;
  }

  private record Begun(long offset, Step step) {}

  /** Begins the step of a record that was read; one that comes again begins again. */
  Step begin(ConsumerRecord<byte[], byte[]> record) {
    Header header = record.headers().lastHeader(TraceParent.HEADER);
    Step step = tracing.ofRecord(header == null ? null : header.value(), "count", record.topic());
    if (step.isRecorded()) {
      TopicPartition partition = new TopicPartition(record.topic(), record.partition());
      Deque<Begun> steps = begun.computeIfAbsent(partition, of -> new ArrayDeque<>());
      while (!steps.isEmpty() && steps.getLast().offset() >= record.offset()) {
        steps.removeLast();
      }
      steps.add(new Begun(record.offset(), step));
    }
    return step;
  }

  /** What was read of a partition before that offset is counted. */
  void counted(TopicPartition partition, long next) {
    Deque<Begun> steps = begun.get(partition);
    while (steps != null && !steps.isEmpty() && steps.getFirst().offset() < next) {
      steps.removeFirst().step().done("counted");
    }
  }

  /** Forgets what was read of other partitions than these: whoever has them reads it again. */
  void keepOnly(Collection<TopicPartition> partitions) {
    begun.keySet().retainAll(partitions);
  }
}
