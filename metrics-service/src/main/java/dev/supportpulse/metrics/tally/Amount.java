package dev.supportpulse.metrics.tally;

import java.math.BigDecimal;

/**
 * How often, and how much: n observations and the exact sum of their values. Equal amounts are
 * equal whatever the scale of the sum.
 */
public record Amount(long n, BigDecimal sum) {

  /** The identity of {@link #plus}. */
  public static final Amount NONE = new Amount(0, BigDecimal.ZERO);

  public Amount {
    sum = sum.signum() == 0 ? BigDecimal.ZERO : sum.stripTrailingZeros();
  }

  /** One observation of that value. */
  public static Amount once(BigDecimal value) {
    return new Amount(1, value);
  }

  /** One observation of that value. */
  public static Amount once(long value) {
    return new Amount(1, BigDecimal.valueOf(value));
  }

  /** Associative and commutative. */
  public Amount plus(Amount other) {
    return new Amount(n + other.n, sum.add(other.sum));
  }

  /** What {@link #plus} takes back. */
  public Amount negated() {
    return new Amount(-n, sum.negate());
  }
}
