package dev.supportpulse.classifier.mode;

import java.math.BigDecimal;

/**
 * Estimates in one currency.
 *
 * @param inForce by the rules in force
 * @param proposed by the proposed ones
 */
public record MoneyChange(Money inForce, Money proposed) {

  MoneyChange plus(MoneyChange other) {
    return new MoneyChange(inForce.plus(other.inForce), proposed.plus(other.proposed));
  }

  /** By how much the cost rises. */
  public BigDecimal cost() {
    return proposed.cost().subtract(inForce.cost());
  }

  /** By how much the price rises. */
  public BigDecimal price() {
    return proposed.price().subtract(inForce.price());
  }
}
