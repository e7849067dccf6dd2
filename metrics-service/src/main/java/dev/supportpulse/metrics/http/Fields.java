package dev.supportpulse.metrics.http;

import dev.supportpulse.metrics.tally.Granule;
import dev.supportpulse.metrics.window.Window;
import dev.supportpulse.service.problem.ProblemException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the fields of bodies; each failure names its field. */
final class Fields {

  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}(\\.\\d{1,12})?");

  private Fields() {}

  static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw ProblemException.invalid(field, "is required");
    }
    return value;
  }

  /** The body itself. */
  static <T> T body(@Nullable T body) {
    return required("", body);
  }

  /** An amount: a decimal string. */
  static BigDecimal amount(String field, @Nullable String text) {
    String given = required(field, text);
    if (!DECIMAL.matcher(given).matches()) {
      throw ProblemException.invalid(
          field,
          "'%s' is not an amount: use a decimal string, such as \"100.00\"".formatted(given));
    }
    return new BigDecimal(given);
  }

  static String currency(String field, @Nullable String code) {
    String given = required(field, code);
    try {
      return Currency.getInstance(given).getCurrencyCode();
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid(field, "'%s' is not an ISO 4217 code".formatted(given));
    }
  }

  /** A day that starts within the years that are reckoned with. */
  static LocalDate day(String field, @Nullable LocalDate day) {
    LocalDate given = required(field, day);
    if (given.getYear() < 1 || given.getYear() > 9999) {
      throw ProblemException.invalid(field, "must be within the years 1 to 9999");
    }
    return given;
  }

  /** A share, from {@code least} to 1. */
  static BigDecimal share(String field, BigDecimal value, BigDecimal least) {
    if (value.compareTo(least) < 0 || value.compareTo(BigDecimal.ONE) > 0) {
      throw ProblemException.invalid(field, "must be from %s to 1".formatted(least));
    }
    return value;
  }

  /**
   * The half-open span of the fields {@code /from} and {@code /to}: times, or dates in UTC, at
   * which such a granule begins.
   */
  static Window period(@Nullable String from, @Nullable String to, Granule granule) {
    Instant start = boundary("/from", from, granule);
    Instant end = boundary("/to", to, granule);
    if (!start.isBefore(end)) {
      throw ProblemException.invalid("/to", "must be after /from");
    }
    return new Window(start, end);
  }

  private static Instant boundary(String field, @Nullable String text, Granule granule) {
    Instant instant = Parameters.instant(field, required(field, text), ZoneOffset.UTC);
    if (!granule.aligned(instant)) {
      throw ProblemException.invalid(
          field,
          "must be a whole %s of UTC, such as %s"
              .formatted(
                  granule.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                  granule.floor(instant)));
    }
    return instant;
  }
}
