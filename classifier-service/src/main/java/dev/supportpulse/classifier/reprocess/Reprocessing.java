package dev.supportpulse.classifier.reprocess;

import dev.supportpulse.events.ClassifierTier;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A wish that events be classified again with the champion of the day.
 *
 * @param project whose; null for every project's
 * @param tier in which; null for the best that an instance has
 * @param requestedBy the id of the key
 * @param begins by partition, the offset of the first event
 * @param ends by partition, the offset after the last event that there was when it was requested;
 *     later ones are classified by the champion anyway
 * @param finishedAt null while it goes on
 */
public record Reprocessing(
    long id,
    @Nullable String project,
    @Nullable ClassifierTier tier,
    Instant requestedAt,
    String requestedBy,
    Map<Integer, Long> begins,
    Map<Integer, Long> ends,
    @Nullable Instant finishedAt) {

  public Reprocessing {
    begins = Map.copyOf(begins);
    ends = Map.copyOf(ends);
  }

  /** How many records there are to look at. */
  public long records() {
    return ends.entrySet().stream()
        .mapToLong(end -> end.getValue() - begins.getOrDefault(end.getKey(), 0L))
        .sum();
  }

  /**
   * How many of them have been looked at.
   *
   * @param positions by partition, the offset of the next record; partitions without one are at
   *     their beginning
   */
  public long done(Map<Integer, Long> positions) {
    return ends.entrySet().stream()
        .mapToLong(
            end -> {
              long begin = begins.getOrDefault(end.getKey(), 0L);
              long position = positions.getOrDefault(end.getKey(), begin);
              return Math.max(0, Math.min(position, end.getValue()) - begin);
            })
        .sum();
  }
}
