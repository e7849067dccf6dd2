package dev.supportpulse.classifier.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.classifier.statistics.RateRatio;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TrendTest {

  private static final Instant TO = Instant.parse("2026-11-22T00:00:00Z");
  private static final Instant FROM = TO.minus(Duration.ofDays(1));

  @Test
  void comparesWithTheWindowsBefore() {
    Trend trend = Trend.of(FROM, TO, 4, Instant.EPOCH, 0.999);

    assertThat(trend.before()).isEqualTo(FROM.minus(Duration.ofDays(4)));
    assertThat(trend.ratio(20, 8)).contains(RateRatio.of(20, 8, 4, 0.999));
  }

  @Test
  void whatCameBeforeTheProjectReportedIsNoQuietTime() {
    Trend trend = Trend.of(FROM, TO, 4, FROM.minus(Duration.ofDays(2)), 0.999);

    assertThat(trend.ratio(20, 8)).contains(RateRatio.of(20, 8, 2, 0.999));
  }

  @Test
  void saysNothingWithLessThanOneWindowBefore() {
    assertThat(Trend.of(FROM, TO, 4, FROM.minus(Duration.ofHours(23)), 0.999).ratio(20, 0))
        .isEmpty();
    assertThat(Trend.of(FROM, TO, 4, TO, 0.999).ratio(20, 0)).isEmpty();
  }
}
