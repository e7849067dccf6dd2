package dev.supportpulse.metrics.http;

import dev.supportpulse.metrics.tally.Granule;
import dev.supportpulse.metrics.window.BadQuery;
import dev.supportpulse.metrics.window.Window;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The query parameters of a request. An unknown one is refused: it would be ignored silently. */
final class Parameters {

  private static final int DEFAULT_LIMIT = 100;
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private final Map<String, String> values = new HashMap<>();

  private Parameters() {}

  /**
   * The parameters of the request.
   *
   * @throws BadQuery naming a parameter that is unknown or given twice
   */
  static Parameters of(UriInfo uri, Set<String> known) {
    return of(uri.getQueryParameters(), known);
  }

  /**
   * The parameters by name, as a request gives them.
   *
   * @throws BadQuery naming a parameter that is unknown or given twice
   */
  static Parameters of(Map<String, List<String>> given, Set<String> known) {
    Parameters parameters = new Parameters();
    for (Map.Entry<String, List<String>> entry : given.entrySet()) {
      String name = entry.getKey();
      if (!known.contains(name)) {
        throw new BadQuery(
            name,
            "is not a parameter of this route; it takes "
                + String.join(", ", new TreeSet<>(known)));
      }
      if (entry.getValue().size() != 1) {
        throw new BadQuery(name, "is given more than once");
      }
      parameters.values.put(name, entry.getValue().get(0));
    }
    return parameters;
  }

  @Nullable String text(String name) {
    return values.get(name);
  }

  String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  /**
   * A parameter that must be given.
   *
   * @throws BadQuery if it isn't
   */
  String required(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new BadQuery(name, "is required");
    }
    return value;
  }

  /**
   * The most items of an answer, {@code limit}.
   *
   * @throws BadQuery if it isn't a number from 1 to that most
   */
  int limit(int most) {
    String text = text("limit", String.valueOf(Math.min(DEFAULT_LIMIT, most)));
    int limit = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > most) {
      throw new BadQuery("limit", "'%s' is not a number from 1 to %d".formatted(text, most));
    }
    return limit;
  }

  /** An instant; see {@link #instant(String, String, ZoneId)}. */
  Instant instant(String name, ZoneId zone, Instant otherwise) {
    String value = values.get(name);
    return value == null ? otherwise : instant(name, value, zone);
  }

  /**
   * The span from {@code from} to {@code to}, both whole minutes; it ends now and has that length,
   * if they are left out.
   *
   * @throws BadQuery naming the one at fault
   */
  Window span(ZoneId zone, Instant now, Duration length) {
    Instant to = minute("to", zone, Granule.MINUTE.ceil(now));
    Instant from = minute("from", zone, to.minus(length));
    if (!from.isBefore(to)) {
      throw new BadQuery("from", "must be before 'to', which is " + to);
    }
    return new Window(from, to);
  }

  private Instant minute(String name, ZoneId zone, Instant otherwise) {
    Instant instant = instant(name, zone, otherwise);
    if (!Granule.MINUTE.aligned(instant)) {
      throw new BadQuery(name, "must be a whole minute, such as " + Granule.MINUTE.floor(instant));
    }
    return instant;
  }

  /**
   * The time zone of that parameter, UTC if it isn't given.
   *
   * @throws BadQuery if there is no such zone
   */
  ZoneId zone(String name) {
    String value = values.get(name);
    try {
      return ZoneId.of(value == null ? "UTC" : value);
    } catch (DateTimeException e) {
      throw new BadQuery(
          name,
          "'%s' is not a time zone: use an IANA name, such as Asia/Shanghai".formatted(value));
    }
  }

  /**
   * An instant in RFC 3339, or a date, which begins at midnight of the zone.
   *
   * @throws BadQuery naming the parameter or field
   */
  static Instant instant(String name, String text, ZoneId zone) {
    Instant instant;
    try {
      instant =
          text.length() == 10
              ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
              // A '+' that wasn't escaped arrives as a space.
              : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    } catch (DateTimeParseException e) {
      throw new BadQuery(
          name,
          "'%s' is not a time: use RFC 3339 with an offset, such as 2026-11-22T10:00:00Z"
              .formatted(text));
    }
    if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw new BadQuery(name, "must be within the years 1 to 9999");
    }
    return instant;
  }
}
