package dev.supportpulse.localstack.samples;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** When people act: on working days more than at weekends, by day more than at night. */
final class Rhythm {

  private static final double SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();

  /** Share of an average day's activity, Monday to Sunday. */
  private static final double[] WEEKDAY = {1.25, 1.30, 1.25, 1.20, 1.10, 0.45, 0.45};

  /** The same by hour of the day (UTC): offices in East Asia, then in Europe, then in America. */
  private static final double[] HOUR = {
    0.8, 1.5, 1.8, 1.5, 0.8, 1.0, 1.4, 1.7, 1.8, 1.7, 1.3, 1.0,
    1.0, 1.3, 1.3, 1.1, 0.9, 0.7, 0.5, 0.3, 0.2, 0.1, 0.1, 0.2
  };

  private static final double PEAK = 1.30 * 1.8;

  private Rhythm() {}

  /**
   * The arrivals of an inhomogeneous Poisson process, by thinning (Lewis and Shedler 1979).
   *
   * @param perDay events on an average day, around that instant
   * @param atMost the largest value of {@code perDay}
   */
  static List<Instant> arrivals(
      Instant from, Instant to, double atMost, ToDoubleFunction<Instant> perDay, Chance chance) {
    List<Instant> arrivals = new ArrayList<>();
    double highest = atMost * PEAK;
    Instant at = from.plusSeconds(wait(highest, chance));
    while (at.isBefore(to)) {
      if (chance.happens(perDay.applyAsDouble(at) * activity(at) / highest)) {
        arrivals.add(at);
      }
      at = at.plusSeconds(wait(highest, chance));
    }
    return arrivals;
  }

  private static long wait(double perDay, Chance chance) {
    return Math.round(chance.waiting(SECONDS_PER_DAY / perDay));
  }

  private static double activity(Instant at) {
    ZonedDateTime time = at.atZone(ZoneOffset.UTC);
    return WEEKDAY[time.getDayOfWeek().getValue() - 1] * HOUR[time.getHour()];
  }
}
