package dev.supportpulse.metrics.efficiency;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When support is open: whenever the clock on its wall shows a time within a shift of that day. An
 * hour that the clocks skip is nobody's, and one that they show twice is worked twice.
 *
 * @param timeZone whose clock the shifts are in
 * @param week the shifts of each day of the week; a day that is left out is closed
 * @param holidays days on which nobody works
 */
public record BusinessHours(
    ZoneId timeZone, Map<DayOfWeek, List<Shift>> week, SortedSet<LocalDate> holidays) {

  /** Support is always open. */
  public static final BusinessHours ALWAYS =
      new BusinessHours(
          ZoneOffset.UTC,
          Arrays.stream(DayOfWeek.values())
              .collect(
                  Collectors.toMap(
                      Function.identity(),
                      day -> List.of(new Shift(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)))),
          new TreeSet<>());

  /** Time is not reckoned beyond this instant: what isn't due by then never is. */
  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

  /**
   * Checks the shifts.
   *
   * @throws IllegalArgumentException if the shifts of a day overlap or are out of order, or if
   *     there are none at all
   */
  public BusinessHours {
    EnumMap<DayOfWeek, List<Shift>> copy = new EnumMap<>(DayOfWeek.class);
    week.forEach((day, shifts) -> copy.put(day, List.copyOf(shifts)));
    copy.forEach(BusinessHours::check);
    if (copy.values().stream().allMatch(List::isEmpty)) {
      throw new IllegalArgumentException("the week has no shift");
    }
    week = Collections.unmodifiableMap(copy);
    holidays = Collections.unmodifiableSortedSet(new TreeSet<>(holidays));
  }

  /** For how long support is open between two instants; zero if they are out of order. */
  public Duration between(Instant from, Instant to) {
    Duration open = Duration.ZERO;
    for (Day day = dayAt(from); day != null && day.from().isBefore(to); day = next(day)) {
      for (Shift shift : shiftsOf(day)) {
        Instant start = day.start(shift);
        Instant end = earlier(day.end(shift), to);
        if (start.isBefore(end)) {
          open = open.plus(Duration.between(start, end));
        }
      }
    }
    return open;
  }

  /**
   * The earliest instant by which support has been open for that long since {@code from}; null if
   * that is beyond the year 9999.
   */
  public @Nullable Instant after(Instant from, Duration open) {
    Duration left = open;
    for (Day day = dayAt(from); day != null; day = next(day)) {
      for (Shift shift : shiftsOf(day)) {
        Instant start = day.start(shift);
        Instant end = day.end(shift);
        if (start.isBefore(end)) {
          Duration worked = Duration.between(start, end);
          if (worked.compareTo(left) >= 0) {
            return start.plus(left);
          }
          left = left.minus(worked);
        }
      }
    }
    return null;
  }

  private List<Shift> shiftsOf(Day day) {
    return holidays.contains(day.date())
        ? List.of()
        : week.getOrDefault(day.date().getDayOfWeek(), List.of());
  }

  private @Nullable Day next(Day day) {
    return day.to().isBefore(END_OF_TIME) ? dayAt(day.to()) : null;
  }

  /** What is left of the local day that the instant is in, up to where the clocks change. */
  private Day dayAt(Instant instant) {
    ZoneOffset offset = timeZone.getRules().getOffset(instant);
    LocalDate date = LocalDateTime.ofInstant(instant, offset).toLocalDate();
    Instant midnight = date.plusDays(1).atStartOfDay().toInstant(offset);
    ZoneOffsetTransition change = timeZone.getRules().nextTransition(instant);
    return new Day(
        date, offset, instant, change == null ? midnight : earlier(midnight, change.getInstant()));
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static void check(DayOfWeek day, List<Shift> shifts) {
    int end = 0;
    for (Shift shift : shifts) {
      if (shift.from().toSecondOfDay() < end || shift.from().toSecondOfDay() >= shift.endSecond()) {
        throw new IllegalArgumentException(
            "the shifts of %s overlap or are out of order".formatted(day));
      }
      end = shift.endSecond();
    }
  }

  /** From one time of day to a later one; to 00:00 is to the end of the day. */
  public record Shift(LocalTime from, LocalTime to) {

    private static final int SECONDS_OF_DAY = 86_400;

    public Shift {
      Objects.requireNonNull(from, "a shift begins at a time of day");
      Objects.requireNonNull(to, "a shift ends at a time of day");
      if (!from.equals(from.truncatedTo(ChronoUnit.SECONDS))
          || !to.equals(to.truncatedTo(ChronoUnit.SECONDS))) {
        throw new IllegalArgumentException("a shift begins and ends at whole seconds");
      }
    }

    int endSecond() {
      return to.equals(LocalTime.MIDNIGHT) ? SECONDS_OF_DAY : to.toSecondOfDay();
    }
  }

  /** A part of a local day during which the clocks don't change. */
  private record Day(LocalDate date, ZoneOffset offset, Instant from, Instant to) {

    Instant start(Shift shift) {
      return later(from, at(shift.from().toSecondOfDay()));
    }

    Instant end(Shift shift) {
      return earlier(to, at(shift.endSecond()));
    }

    private Instant at(int second) {
      return date.atStartOfDay().plusSeconds(second).toInstant(offset);
    }
  }
}
