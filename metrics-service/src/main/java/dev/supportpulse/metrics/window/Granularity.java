package dev.supportpulse.metrics.window;

import dev.supportpulse.metrics.tally.Granule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The points of a series. Days, weeks (from Monday) and months are the calendar's in the caller's
 * time zone, so a day has 23 or 25 hours when the clocks change; the shorter ones are elapsed time
 * counted from the start of the day.
 */
public enum Granularity {
  PT1M(Duration.ofMinutes(1), Period.ofDays(1)),
  PT15M(Duration.ofMinutes(15), Period.ofDays(1)),
  PT1H(Duration.ofHours(1), Period.ofDays(1)),
  P1D(null, Period.ofDays(1)),
  P1W(null, Period.ofWeeks(1)),
  P1M(null, Period.ofMonths(1));

  private final @Nullable Duration step;
  private final Period period;

  Granularity(@Nullable Duration step, Period period) {
    this.step = step;
    this.period = period;
  }

  /**
   * The granularity of that name.
   *
   * @throws BadQuery naming {@code granularity}
   */
  public static Granularity parse(String text) {
    return Arrays.stream(values())
        .filter(granularity -> granularity.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new BadQuery(
                    "granularity",
                    "'%s' is not one of %s"
                        .formatted(
                            text,
                            Arrays.stream(values())
                                .map(Enum::name)
                                .collect(Collectors.joining(", ")))));
  }

  /**
   * The boundaries of the points in the window, its own ends first and last: the first and the last
   * point may be parts.
   *
   * @throws BadQuery naming {@code granularity} if there are more than {@code limit} points
   */
  public List<Instant> boundaries(Window window, ZoneId zone, int limit) {
    List<Instant> boundaries = new ArrayList<>();
    boundaries.add(window.from());
    LocalDate day = firstDay(window.from().atZone(zone).toLocalDate());
    while (true) {
      Instant start = startOf(day, zone);
      Instant end = startOf(day.plus(period), zone);
      Instant at = start;
      while (at.isBefore(end)) {
        if (!at.isBefore(window.to())) {
          boundaries.add(window.to());
          return List.copyOf(boundaries);
        }
        if (at.isAfter(window.from())) {
          if (boundaries.size() == limit) {
            throw tooMany(limit);
          }
          boundaries.add(at);
        }
        at = step == null ? end : at.plus(step);
      }
      day = day.plus(period);
    }
  }

  /** That many points back, in the calendar of the zone. */
  public UnaryOperator<Instant> back(int points, ZoneId zone) {
    return step == null
        ? Shift.back(period.multipliedBy(points), zone)
        : Shift.back(step.multipliedBy(points));
  }

  private LocalDate firstDay(LocalDate day) {
    return switch (this) {
      case P1W -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case P1M -> day.withDayOfMonth(1);
      default -> day;
    };
  }

  /** A whole minute: a few offsets of the past have seconds. */
  private static Instant startOf(LocalDate day, ZoneId zone) {
    return Granule.MINUTE.floor(day.atStartOfDay(zone).toInstant());
  }

  private BadQuery tooMany(int limit) {
    return new BadQuery(
        "granularity",
        "%s gives more than %d points: use a coarser granularity or a shorter span"
            .formatted(this, limit));
  }
}
