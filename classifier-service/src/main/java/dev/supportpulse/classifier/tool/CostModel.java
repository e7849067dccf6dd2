package dev.supportpulse.classifier.tool;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;

/**
 * What a tool costs, in one currency; exact amounts, not negative.
 *
 * @param currency ISO 4217
 * @param perMinute of its use
 * @param perUse each time
 * @param perSeat and 30 days
 * @param seats how many there are
 * @param perOutcome each time that it helped
 */
public record CostModel(
    String currency,
    BigDecimal perMinute,
    BigDecimal perUse,
    BigDecimal perSeat,
    int seats,
    BigDecimal perOutcome) {

  private static final BigDecimal MONTH_SECONDS =
      BigDecimal.valueOf(Duration.ofDays(30).toSeconds());

  /** What so much of it costs; a window's share of the seats' month to 10 digits. */
  public BigDecimal of(Consumption consumption, long successes, Duration window) {
    BigDecimal months =
        BigDecimal.valueOf(window.toSeconds()).divide(MONTH_SECONDS, MathContext.DECIMAL32);
    return perMinute
        .multiply(consumption.minutes())
        .add(perUse.multiply(consumption.uses()))
        .add(perSeat.multiply(BigDecimal.valueOf(seats)).multiply(months))
        .add(perOutcome.multiply(BigDecimal.valueOf(successes)));
  }

  /**
   * How much a tool was used.
   *
   * @param minutes not negative
   * @param uses not negative
   */
  public record Consumption(BigDecimal minutes, BigDecimal uses) {

    /** Nothing. */
    public static final Consumption NONE = new Consumption(BigDecimal.ZERO, BigDecimal.ZERO);
  }
}
