package dev.supportpulse.metrics.efficiency;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;

/**
 * When support is open.
 *
 * @param timeZone whose clock the shifts are in
 * @param week the shifts of each day of the week; a day that is left out is closed
 * @param holidays days on which nobody works
 */
public record BusinessHours(
    ZoneId timeZone, Map<DayOfWeek, List<Shift>> week, SortedSet<LocalDate> holidays) {

  /**
   * Checks the shifts.
   *
   * @throws IllegalArgumentException if the shifts of a day overlap or are out of order
   */
  public BusinessHours {
    week.forEach(BusinessHours::check);
  }

  private static void check(DayOfWeek day, List<Shift> shifts) {
    LocalTime end = LocalTime.MIN;
    for (Shift shift : shifts) {
      if (shift.from().isBefore(end) || !shift.from().isBefore(shift.to())) {
        throw new IllegalArgumentException(
            "the shifts of %s overlap or are out of order".formatted(day));
      }
      end = shift.to();
    }
  }

  /** From one time of day to a later one. */
  public record Shift(LocalTime from, LocalTime to) {

    public Shift {
      Objects.requireNonNull(from, "a shift begins at a time of day");
      Objects.requireNonNull(to, "a shift ends at a time of day");
    }
  }
}
