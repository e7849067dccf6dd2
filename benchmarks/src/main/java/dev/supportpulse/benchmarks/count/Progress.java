package dev.supportpulse.benchmarks.count;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** How far a contender has counted, for good. */
@FunctionalInterface
public interface Progress {

  /** Whether everything before those offsets is counted. */
  boolean reached(Map<TopicPartition, Long> next);
}
