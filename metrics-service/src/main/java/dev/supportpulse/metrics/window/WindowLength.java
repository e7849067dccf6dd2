package dev.supportpulse.metrics.window;

import java.time.Duration;
import java.time.format.DateTimeParseException;

/** How the length of a rolling window is written: ISO 8601, a whole number of minutes. */
public final class WindowLength {

  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(36_525);

  private WindowLength() {}

  /**
   * The length, from one minute to a hundred years. Days are 24 hours and weeks 7 days.
   *
   * @throws BadQuery naming {@code window}
   */
  public static Duration parse(String text) {
    Duration length = duration(text);
    boolean wholeMinutes = length.equals(Duration.ofMinutes(length.toMinutes()));
    if (!wholeMinutes || length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
      throw bad(text);
    }
    return length;
  }

  private static Duration duration(String text) {
    try {
      if (text.matches("P\\d{1,4}W")) {
        return Duration.ofDays(7L * Integer.parseInt(text.substring(1, text.length() - 1)));
      }
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw bad(text);
    }
  }

  private static BadQuery bad(String text) {
    return new BadQuery(
        "window",
        "'%s' is not a length of time: use an ISO 8601 duration of whole minutes up to 36525 days, such as PT1H, PT24H, P7D or P30D"
            .formatted(text));
  }
}
