package dev.supportpulse.metrics.cost;

import dev.supportpulse.metrics.window.Window;
import java.math.BigDecimal;

/**
 * What support may cost in a period, spread evenly over it.
 *
 * @param amount greater than zero
 * @param currency ISO 4217
 */
public record Budget(BigDecimal amount, String currency, Window period) {

  public Budget {
    if (amount.signum() <= 0) {
      throw new IllegalArgumentException("a budget is greater than zero");
    }
  }
}
