package dev.supportpulse.metrics.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ShiftTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void aMonthBackIsAMonthOfTheCalendar() {
    UnaryOperator<Instant> back = Granularity.P1M.back(3, BERLIN);
    assertThat(back.apply(Instant.parse("2026-03-31T22:00:00Z")))
        .isEqualTo(Instant.parse("2025-12-31T23:00:00Z"));
  }

  @Test
  void theTwentyNinthOfFebruaryHasNoCounterpartAYearBefore() {
    assertThat(
            Shift.boundaries(
                List.of(
                    Instant.parse("2028-02-28T00:00:00Z"),
                    Instant.parse("2028-02-29T00:00:00Z"),
                    Instant.parse("2028-03-01T00:00:00Z")),
                Shift.back(Period.ofYears(1), ZoneOffset.UTC)))
        .containsExactly(
            Instant.parse("2027-02-28T00:00:00Z"), Instant.parse("2027-03-01T00:00:00Z"));
  }

  @Test
  void aDayBackKeepsTheHourWhateverTheClocksDid() {
    // The day before, 2026-03-29, had 23 hours.
    UnaryOperator<Instant> back = Granularity.P1D.back(1, BERLIN);
    assertThat(back.apply(Instant.parse("2026-03-29T22:00:00Z")))
        .isEqualTo(Instant.parse("2026-03-28T23:00:00Z"));
    assertThat(Granularity.PT1H.back(24, BERLIN).apply(Instant.parse("2026-03-29T22:00:00Z")))
        .isEqualTo(Instant.parse("2026-03-28T22:00:00Z"));
  }

  @Property(tries = 500)
  void orderIsKept(@ForAll long seed) {
    Random random = new Random(seed);
    Period period =
        random.nextBoolean()
            ? Period.ofYears(1)
            : random.nextBoolean() ? Period.ofMonths(1) : Period.ofDays(3);
    UnaryOperator<Instant> shift = Shift.back(period, BERLIN);
    Instant a =
        Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(1_600_000)));
    Instant b = a.plus(Duration.ofMinutes(random.nextInt(5_000)));
    assertThat(shift.apply(a)).isBeforeOrEqualTo(shift.apply(b));
  }

  @Test
  void beforeTheYearOneThereIsNothing() {
    assertThat(
            Shift.boundaries(
                List.of(Window.ALL_TIME.from(), Window.ALL_TIME.to()),
                Shift.back(Duration.ofDays(3))))
        .isEmpty();
  }
}
