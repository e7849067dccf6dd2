package dev.supportpulse.service.access;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much a caller may ask for: a token bucket. A request takes one token, a batch of events as
 * many as it has events.
 *
 * @param amount tokens that flow in per period, at least 1
 * @param period over which they do, evenly
 * @param burst tokens that the bucket holds, so the most that may be taken at once; at least 1
 */
public record Quota(long amount, Duration period, long burst) {

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,12})/(s|min|h|d)(?: burst (\\d{1,12}))?");

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if one isn't positive
   */
  public Quota {
    if (amount < 1 || burst < 1 || period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException("a quota and its burst must be positive");
    }
  }

  /**
   * Reads {@code 100/s}, {@code 6000/min}, {@code 100000/h}, {@code 1000000/d}, each with {@code
   * burst N} after it or without; then the bucket holds what flows in during one period.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Quota parse(String text) {
    Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "'%s' is no quota: write 100/s, 6000/min, 100000/h or 1000000/d, if need be with 'burst 500' after it"
              .formatted(text));
    }
    long amount = Long.parseLong(form.group(1));
    String burst = form.group(3);
    return new Quota(amount, unit(form.group(2)), burst == null ? amount : Long.parseLong(burst));
  }

  /** How long it takes until that many tokens have flowed in. */
  public Duration timeFor(long tokens) {
    return Duration.ofNanos((long) Math.ceil((double) period.toNanos() / amount * tokens));
  }

  private static Duration unit(String name) {
    return switch (name) {
      case "s" -> Duration.ofSeconds(1);
      case "min" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      default -> Duration.ofDays(1);
    };
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    String unit =
        switch ((int) period.toSeconds()) {
          case 1 -> "s";
          case 60 -> "min";
          case 3600 -> "h";
          default -> "d";
        };
    String rate = amount + "/" + unit;
    return burst == amount ? rate : rate + " burst " + burst;
  }
}
