package dev.supportpulse.metrics.query;

import dev.supportpulse.metrics.ledger.SourcePartition;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the counting is behind the log.
 *
 * @param watermark every record appended before it is counted; null if nobody knows
 * @param lag null if the broker didn't say how far the log reaches
 */
public record Freshness(@Nullable Instant watermark, @Nullable Lag lag) {

  /** The broker didn't answer. */
  public static final Freshness UNKNOWN = new Freshness(null, null);

  /**
   * Records that are not counted yet, and how old the oldest knowledge is.
   *
   * @param time from the watermark to when the broker was asked; null without a watermark
   */
  public record Lag(long events, @Nullable Duration time) {}

  /**
   * The minimum over the partitions: the moment of asking where nothing is left to count, so that
   * an idle source holds nothing back; else when the last counted record was appended.
   */
  public static Freshness of(LogEnds ends, Map<SourcePartition, Position> positions) {
    long events = 0;
    @Nullable Instant watermark = ends.askedAt();
    for (Map.Entry<SourcePartition, LogEnds.Extent> entry : ends.extents().entrySet()) {
      LogEnds.Extent extent = entry.getValue();
      Position position =
          positions.getOrDefault(entry.getKey(), new Position(extent.beginning(), null));
      long behind = extent.end() - position.next();
      if (behind > 0) {
        events += behind;
        watermark = earlier(watermark, position.appendedAt());
      }
    }
    return new Freshness(
        watermark,
        new Lag(events, watermark == null ? null : Duration.between(watermark, ends.askedAt())));
  }

  /** Whether everything appended before the instant is counted. */
  public boolean reaches(Instant instant) {
    return watermark != null && !watermark.isBefore(instant);
  }

  private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
    return a == null || b == null ? null : a.isBefore(b) ? a : b;
  }
}
