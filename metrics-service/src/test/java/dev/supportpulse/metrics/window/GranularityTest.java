package dev.supportpulse.metrics.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportpulse.metrics.tally.Granule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GranularityTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void aDayHas23HoursWhenTheClocksGoForward() {
    Window day = window("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z");
    assertThat(Granularity.P1D.boundaries(day, BERLIN, 10)).hasSize(2);
    assertThat(Granularity.PT1H.boundaries(day, BERLIN, 100)).hasSize(24);
  }

  @Test
  void aDayHas25HoursWhenTheClocksGoBack() {
    Window day = window("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z");
    assertThat(Granularity.P1D.boundaries(day, BERLIN, 10)).hasSize(2);
    assertThat(Granularity.PT1H.boundaries(day, BERLIN, 100)).hasSize(26);
  }

  @Test
  void daysBeginAtMidnightOfTheZone() {
    List<Instant> days =
        Granularity.P1D.boundaries(
            window("2026-11-01T10:00:00Z", "2026-11-03T10:00:00Z"),
            ZoneId.of("Asia/Kathmandu"),
            10);
    assertThat(days)
        .containsExactly(
            Instant.parse("2026-11-01T10:00:00Z"),
            Instant.parse("2026-11-01T18:15:00Z"),
            Instant.parse("2026-11-02T18:15:00Z"),
            Instant.parse("2026-11-03T10:00:00Z"));
  }

  @Test
  void weeksBeginOnMondayAndMonthsOnTheFirst() {
    Window year = window("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z");
    assertThat(Granularity.P1W.boundaries(year, ZoneOffset.UTC, 100))
        .startsWith(year.from(), Instant.parse("2026-01-05T00:00:00Z"));
    assertThat(Granularity.P1M.boundaries(year, ZoneOffset.UTC, 100)).hasSize(13);
  }

  @Test
  void aDayThatACountrySkippedIsNoPoint() {
    List<Instant> days =
        Granularity.P1D.boundaries(
            window("2011-12-29T10:00:00Z", "2011-12-31T10:00:00Z"), ZoneId.of("Pacific/Apia"), 10);
    assertThat(days).hasSize(3);
  }

  @Test
  void refusesTooManyPointsNamingTheRemedy() {
    Window hour = window("2026-01-01T00:00:00Z", "2026-01-01T01:00:00Z");
    assertThat(Granularity.PT1M.boundaries(hour, ZoneOffset.UTC, 60)).hasSize(61);
    assertThatThrownBy(() -> Granularity.PT1M.boundaries(hour, ZoneOffset.UTC, 59))
        .isInstanceOfSatisfying(
            BadQuery.class, refused -> assertThat(refused.parameter()).isEqualTo("granularity"))
        .hasMessageContaining("coarser");
  }

  @Property(tries = 300)
  void pointsAreGaplessWithinTheWindow(
      @ForAll Granularity granularity,
      @ForAll @IntRange(min = 0, max = 3_000_000) int start,
      @ForAll @IntRange(min = 1, max = 3_000) int length,
      @ForAll @IntRange(min = 0, max = 3) int zone) {
    Instant from = Instant.parse("2021-01-01T00:00:00Z").plus(Duration.ofMinutes(start));
    Window window = new Window(from, from.plus(Duration.ofMinutes(length)));
    ZoneId id =
        ZoneId.of(
            List.of("UTC", "Europe/Berlin", "Australia/Lord_Howe", "America/St_Johns").get(zone));
    List<Instant> boundaries = granularity.boundaries(window, id, 5_000);
    assertThat(boundaries).isSorted().doesNotHaveDuplicates();
    assertThat(boundaries).allMatch(Granule.MINUTE::aligned);
    assertThat(boundaries.get(0)).isEqualTo(window.from());
    assertThat(boundaries.get(boundaries.size() - 1)).isEqualTo(window.to());
  }

  private static Window window(String from, String to) {
    return new Window(Instant.parse(from), Instant.parse(to));
  }
}
