package dev.supportpulse.metrics.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class DurationBinsTest {

  private static final long YEAR_MILLIS = 366L * 24 * 3_600 * 1_000;

  @Property(tries = 2_000)
  void itsRepresentativeIsWithinOnePercent(
      @ForAll @LongRange(min = 1_000, max = YEAR_MILLIS) long millis) {
    double seconds = millis / 1_000.0;
    int bin = DurationBins.binOf(Duration.ofMillis(millis));

    assertThat(Math.abs(DurationBins.representativeSeconds(bin) - seconds) / seconds)
        .isLessThanOrEqualTo(0.01 + 1e-9);
  }

  @Property(tries = 500)
  void longerDurationsAreNeverInALowerBin(
      @ForAll @LongRange(max = YEAR_MILLIS) long one,
      @ForAll @LongRange(max = YEAR_MILLIS) long other) {
    assertThat(DurationBins.binOf(Duration.ofMillis(Math.min(one, other))))
        .isLessThanOrEqualTo(DurationBins.binOf(Duration.ofMillis(Math.max(one, other))));
  }

  @Test
  void aYearTakesLessThan900Bins() {
    assertThat(DurationBins.binOf(Duration.ofMillis(YEAR_MILLIS))).isBetween(800, 900);
  }
}
