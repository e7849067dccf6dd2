package dev.supportpulse.metrics.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.metrics.ledger.SourcePartition;
import dev.supportpulse.metrics.query.Freshness.Lag;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FreshnessTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final SourcePartition A = new SourcePartition("support.events", 0);
  private static final SourcePartition B = new SourcePartition("support.rejected", 0);

  @Test
  void anIdleSourceHoldsNothingBack() {
    LogEnds ends =
        new LogEnds(NOW, Map.of(A, new LogEnds.Extent(0, 7), B, new LogEnds.Extent(3, 3)));
    Freshness fresh = Freshness.of(ends, Map.of(A, new Position(7, NOW.minusSeconds(3600))));
    assertThat(fresh).isEqualTo(new Freshness(NOW, new Lag(0, Duration.ZERO)));
    assertThat(fresh.reaches(NOW)).isTrue();
  }

  @Test
  void theSlowestPartitionSetsTheWatermark() {
    LogEnds ends =
        new LogEnds(NOW, Map.of(A, new LogEnds.Extent(0, 7), B, new LogEnds.Extent(0, 9)));
    Freshness late =
        Freshness.of(
            ends,
            Map.of(
                A, new Position(5, NOW.minusSeconds(10)), B, new Position(8, NOW.minusSeconds(3))));
    assertThat(late)
        .isEqualTo(new Freshness(NOW.minusSeconds(10), new Lag(3, Duration.ofSeconds(10))));
    assertThat(late.reaches(NOW)).isFalse();
  }

  @Test
  void aPartitionOfWhichNothingIsCountedLeavesTheWatermarkUnknown() {
    LogEnds ends = new LogEnds(NOW, Map.of(A, new LogEnds.Extent(4, 7)));
    assertThat(Freshness.of(ends, Map.of())).isEqualTo(new Freshness(null, new Lag(3, null)));
  }

  @Test
  void whatWasCountedSinceIsNoLag() {
    LogEnds ends = new LogEnds(NOW, Map.of(A, new LogEnds.Extent(0, 7)));
    Freshness fresh = Freshness.of(ends, Map.of(A, new Position(12, NOW.plusSeconds(1))));
    assertThat(fresh.watermark()).isEqualTo(NOW);
  }
}
