package dev.supportpulse.metrics.window;

import dev.supportpulse.metrics.tally.Granule;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Where a time of now is found in an earlier time. Never puts two instants in another order, though
 * it may put them together: 29 February has no counterpart of its own in the year before.
 */
public final class Shift {

  private Shift() {}

  /** Elapsed time back. */
  public static UnaryOperator<Instant> back(Duration length) {
    return instant -> instant.minus(length);
  }

  /**
   * A calendar period back: the same time since midnight on the day of the same date, or the start
   * of the next month where the month has no such day. A day that was shorter then ends earlier.
   */
  public static UnaryOperator<Instant> back(Period period, ZoneId zone) {
    return instant -> {
      LocalDate day = instant.atZone(zone).toLocalDate();
      LocalDate then = day.minus(period);
      if (period.toTotalMonths() > 0 && then.getDayOfMonth() < day.getDayOfMonth()) {
        return midnight(then.plusDays(1), zone);
      }
      Instant shifted = midnight(then, zone).plus(Duration.between(midnight(day, zone), instant));
      Instant end = midnight(then.plusDays(1), zone);
      return shifted.isBefore(end) ? shifted : end;
    };
  }

  /**
   * The windows between the shifted boundaries; empty if they leave the years that are reckoned
   * with.
   *
   * @return ascending, without those that fell together
   */
  public static List<Instant> boundaries(List<Instant> boundaries, UnaryOperator<Instant> shift) {
    try {
      List<Instant> shifted = boundaries.stream().map(shift).distinct().toList();
      return shifted.get(0).isBefore(Window.ALL_TIME.from()) ? List.of() : shifted;
    } catch (DateTimeException e) {
      return List.of();
    }
  }

  /** A whole minute: a few offsets of the past have seconds. */
  private static Instant midnight(LocalDate day, ZoneId zone) {
    return Granule.MINUTE.floor(day.atStartOfDay(zone).toInstant());
  }
}
