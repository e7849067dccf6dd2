package dev.supportpulse.metrics.http;

import dev.supportpulse.metrics.figure.Fraction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** Amounts as decimal strings with at least the digits of their currency. */
final class Money {

  private Money() {}

  /** Every digit of the amount. */
  static String exact(BigDecimal amount, String currency) {
    return scaled(amount, currency).toPlainString();
  }

  /** Every digit of the amount, with at least those of its currency. */
  static BigDecimal scaled(BigDecimal amount, String currency) {
    return amount.setScale(Math.max(amount.scale(), digits(currency)), RoundingMode.UNNECESSARY);
  }

  /** An amount that is not exact, to the digits of its currency. */
  static String rounded(BigDecimal amount, String currency) {
    return amount.setScale(digits(currency), RoundingMode.HALF_EVEN).toPlainString();
  }

  /** Every digit, if there is an end to them; else rounded to the digits of the currency. */
  static String of(Fraction amount, String currency) {
    try {
      return exact(
          new BigDecimal(amount.numerator())
              .divide(new BigDecimal(amount.denominator()))
              .stripTrailingZeros(),
          currency);
    } catch (ArithmeticException e) {
      return rounded(amount.toDecimal(), currency);
    }
  }

  private static int digits(String currency) {
    return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
  }
}
