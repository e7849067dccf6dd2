package dev.supportpulse.classifier.mode;

import java.math.BigDecimal;

/**
 * Sums of estimates in one currency, exact.
 *
 * @param needs how many have an estimate
 */
public record Money(long needs, BigDecimal cost, BigDecimal price) {

  /** Nothing. */
  public static final Money NONE = new Money(0, BigDecimal.ZERO, BigDecimal.ZERO);

  Money plus(Money other) {
    return new Money(needs + other.needs, cost.add(other.cost), price.add(other.price));
  }
}
