package dev.supportpulse.metrics.economics.history;

import dev.supportpulse.metrics.window.BadQuery;
import dev.supportpulse.metrics.window.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whole days of UTC, {@code from} included and {@code to} not: days are kept for ever, and are few.
 */
public record Days(LocalDate from, LocalDate to) {

  public Days {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("days end after they begin");
    }
  }

  /**
   * The last whole days before an instant.
   *
   * @throws BadQuery naming the parameter, unless the length is one of whole days
   */
  public static Days before(Instant at, Duration length, String parameter) {
    if (!length.equals(Duration.ofDays(length.toDays())) || length.isZero()) {
      throw new BadQuery(parameter, "must be a whole number of days, such as P90D");
    }
    LocalDate to = LocalDate.ofInstant(at, ZoneOffset.UTC);
    return new Days(to.minusDays(length.toDays()), to);
  }

  public long count() {
    return ChronoUnit.DAYS.between(from, to);
  }

  public Window window() {
    return new Window(start(from), start(to));
  }

  /** The midnights that bound the days. */
  List<Instant> boundaries() {
    return Stream.concat(from.datesUntil(to), Stream.of(to)).map(Days::start).toList();
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
