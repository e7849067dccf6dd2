package dev.supportpulse.classifier.tool;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * When a tool is served.
 *
 * @param days of the week
 * @param from of each of them
 * @param to after {@code from}, the same day; midnight stands for the end of the day
 */
public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId timeZone) {

  public Hours {
    days = Set.copyOf(days);
    if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
      throw new IllegalArgumentException("hours end after they begin");
    }
  }
}
