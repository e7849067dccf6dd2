package dev.supportpulse.metrics.figure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * An exact rational number, in lowest terms with a positive denominator. Formulas are computed in
 * fractions and rounded once, at the end, so that 0.5·0.9 + 0.3·0.8 + 0.2·0.7 is 0.83.
 */
public record Fraction(BigInteger numerator, BigInteger denominator) {

  public static final Fraction ZERO = of(0);

  /** More digits than any double has. */
  private static final MathContext DIGITS = new MathContext(40);

  public Fraction {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("division by zero");
    }
    BigInteger divisor = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      divisor = divisor.negate();
    }
    numerator = numerator.divide(divisor);
    denominator = denominator.divide(divisor);
  }

  public static Fraction of(long value) {
    return new Fraction(BigInteger.valueOf(value), BigInteger.ONE);
  }

  public static Fraction of(BigDecimal value) {
    BigDecimal whole = value.setScale(Math.max(0, value.scale()));
    return new Fraction(whole.unscaledValue(), BigInteger.TEN.pow(whole.scale()));
  }

  public Fraction plus(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Fraction minus(Fraction other) {
    return plus(new Fraction(other.numerator.negate(), other.denominator));
  }

  public Fraction times(Fraction other) {
    return new Fraction(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /** This divided by {@code other}, which isn't zero. */
  public Fraction over(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  public Fraction abs() {
    return new Fraction(numerator.abs(), denominator);
  }

  public boolean isZero() {
    return numerator.signum() == 0;
  }

  /** The nearest double. */
  public double toDouble() {
    return new BigDecimal(numerator).divide(new BigDecimal(denominator), DIGITS).doubleValue();
  }

  /** To 40 digits, for further use as a decimal. */
  public BigDecimal toDecimal() {
    return new BigDecimal(numerator).divide(new BigDecimal(denominator), DIGITS);
  }
}
