package dev.supportpulse.metrics.efficiency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportpulse.metrics.efficiency.BusinessHours.Shift;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Time while support is open, against looking at the clock on its wall every minute. */
class BusinessHoursTest {

  /** Zones whose clocks change by an hour, by half an hour, at midnight and not at all. */
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Europe/Berlin"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Australia/Lord_Howe"),
          ZoneId.of("America/Santiago"),
          ZoneId.of("Asia/Kolkata"),
          ZoneOffset.UTC);

  private static final BusinessHours OFFICE =
      new BusinessHours(
          ZoneId.of("Europe/Berlin"),
          Map.of(
              DayOfWeek.MONDAY, List.of(shift("09:00", "12:00"), shift("13:00", "18:00")),
              DayOfWeek.FRIDAY, List.of(shift("09:00", "12:00"))),
          new TreeSet<>(List.of(LocalDate.parse("2026-05-25"))));

  @Test
  void lunchNightAndWeekendDoNotCount() {
    // Friday 2026-05-15 11:00 to Monday 2026-05-18 14:00, in Berlin: 1 h + 3 h + 1 h.
    assertThat(
            OFFICE.between(
                Instant.parse("2026-05-15T09:00:00Z"), Instant.parse("2026-05-18T12:00:00Z")))
        .isEqualTo(Duration.ofHours(5));
    assertThat(OFFICE.after(Instant.parse("2026-05-15T09:00:00Z"), Duration.ofHours(5)))
        .isEqualTo(Instant.parse("2026-05-18T12:00:00Z"));
  }

  @Test
  void aHolidayIsClosed() {
    // Whit Monday, 2026-05-25, is skipped: the next shift is on Friday.
    assertThat(OFFICE.after(Instant.parse("2026-05-22T10:00:00Z"), Duration.ofHours(1)))
        .isEqualTo(Instant.parse("2026-05-29T08:00:00Z"));
  }

  @Test
  void aDayThatIsOpenAroundTheClockHas23Or25HoursWhenTheClocksChange() {
    BusinessHours always =
        new BusinessHours(
            ZoneId.of("Europe/Berlin"),
            Map.of(DayOfWeek.SUNDAY, List.of(shift("00:00", "00:00"))),
            new TreeSet<>());
    assertThat(day(always, "2026-03-29")).isEqualTo(Duration.ofHours(23));
    assertThat(day(always, "2026-10-25")).isEqualTo(Duration.ofHours(25));
  }

  @Test
  void anHourThatTheClocksSkipIsNobodys() {
    BusinessHours early =
        new BusinessHours(
            ZoneId.of("Europe/Berlin"),
            Map.of(DayOfWeek.SUNDAY, List.of(shift("02:00", "03:00"))),
            new TreeSet<>());
    assertThat(day(early, "2026-03-29")).isZero();
    assertThat(day(early, "2026-10-25")).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void alwaysIsTheCalendar() {
    Instant from = Instant.parse("2026-03-28T12:34:56.789Z");
    assertThat(BusinessHours.ALWAYS.between(from, from.plusSeconds(1_000_000)))
        .isEqualTo(Duration.ofSeconds(1_000_000));
    assertThat(BusinessHours.ALWAYS.after(from, Duration.ofDays(40)))
        .isEqualTo(from.plus(Duration.ofDays(40)));
  }

  @Test
  void aWeekWithoutAShiftOrWithOverlappingOnesIsRefused() {
    assertThatThrownBy(() -> new BusinessHours(ZoneOffset.UTC, Map.of(), new TreeSet<>()))
        .hasMessageContaining("no shift");
    assertThatThrownBy(
            () ->
                new BusinessHours(
                    ZoneOffset.UTC,
                    Map.of(
                        DayOfWeek.MONDAY,
                        List.of(shift("09:00", "00:00"), shift("10:00", "11:00"))),
                    new TreeSet<>()))
        .hasMessageContaining("MONDAY");
  }

  @Property(tries = 150)
  void timeBetweenEqualsTheMinutesAtWhichTheWallClockShowsAShift(
      @ForAll long seed, @ForAll @IntRange(max = 3) int spanDays) {
    Random random = new Random(seed);
    BusinessHours hours = hours(random);
    Instant from = nearAChange(hours.timeZone(), random);
    Instant to = from.plus(Duration.ofMinutes(spanDays * 1440L + random.nextInt(1440)));
    long open = 0;
    for (Instant minute = from; minute.isBefore(to); minute = minute.plusSeconds(60)) {
      open += isOpen(hours, minute) ? 1 : 0;
    }
    assertThat(hours.between(from, to)).as("%s %s %s", hours, from, to).hasMinutes(open);
  }

  @Property(tries = 150)
  void theDeadlineIsTheFirstMinuteByWhichSupportWasOpenForSoLong(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 2_000) int minutes) {
    Random random = new Random(seed);
    BusinessHours hours = hours(random);
    Instant from = nearAChange(hours.timeZone(), random);
    long open = 0;
    Instant minute = from;
    while (open < minutes) {
      open += isOpen(hours, minute) ? 1 : 0;
      minute = minute.plusSeconds(60);
    }
    assertThat(hours.after(from, Duration.ofMinutes(minutes)))
        .as("%s %s", hours, from)
        .isEqualTo(minute);
  }

  private static boolean isOpen(BusinessHours hours, Instant minute) {
    LocalDateTime wall = LocalDateTime.ofInstant(minute, hours.timeZone());
    return !hours.holidays().contains(wall.toLocalDate())
        && hours.week().getOrDefault(wall.getDayOfWeek(), List.of()).stream()
            .anyMatch(
                shift ->
                    !wall.toLocalTime().isBefore(shift.from())
                        && (shift.to().equals(LocalTime.MIDNIGHT)
                            || wall.toLocalTime().isBefore(shift.to())));
  }

  private static BusinessHours hours(Random random) {
    ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
    EnumMap<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      List<Integer> ends = new ArrayList<>();
      random.ints(2L * random.nextInt(4), 0, 1440).forEach(ends::add);
      Collections.sort(ends);
      List<Shift> shifts = new ArrayList<>();
      for (int i = 0; i < ends.size(); i += 2) {
        int to = ends.get(i + 1) > 1380 ? 1440 : ends.get(i + 1);
        if (ends.get(i) < to && (shifts.isEmpty() || i + 2 >= ends.size() || to < 1440)) {
          shifts.add(
              new Shift(LocalTime.ofSecondOfDay(ends.get(i) * 60L), LocalTime.MIN.plusMinutes(to)));
        }
        if (to == 1440) {
          break;
        }
      }
      week.put(day, shifts);
    }
    week.put(DayOfWeek.WEDNESDAY, List.of(shift("08:00", "16:30")));
    TreeSet<LocalDate> holidays = new TreeSet<>();
    holidays.add(LocalDate.of(2026, 1 + random.nextInt(12), 1 + random.nextInt(28)));
    return new BusinessHours(zone, week, holidays);
  }

  /** A whole minute at most two days before the clocks change, if they do. */
  private static Instant nearAChange(ZoneId zone, Random random) {
    Instant some = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(330) * 86_400L);
    var change = zone.getRules().nextTransition(some);
    Instant near = change == null ? some : change.getInstant();
    return near.minus(Duration.ofMinutes(random.nextInt(2880)));
  }

  private static Duration day(BusinessHours hours, String date) {
    LocalDate day = LocalDate.parse(date);
    return hours.between(
        day.atStartOfDay(hours.timeZone()).toInstant(),
        day.plusDays(1).atStartOfDay(hours.timeZone()).toInstant());
  }

  private static Shift shift(String from, String to) {
    return new Shift(LocalTime.parse(from), LocalTime.parse(to));
  }
}
