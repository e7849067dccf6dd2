package dev.supportpulse.metrics.cost;

import dev.supportpulse.metrics.tally.Granule;
import dev.supportpulse.metrics.window.Window;
import java.math.BigDecimal;

/**
 * What support may cost in a period, spread evenly over it.
 *
 * @param amount greater than zero
 * @param currency ISO 4217
 * @param period whole days of UTC, which are kept for ever: any past window can be cut there
 */
public record Budget(BigDecimal amount, String currency, Window period) {

  public Budget {
    if (amount.signum() <= 0) {
      throw new IllegalArgumentException("a budget is greater than zero");
    }
    if (!Granule.DAY.aligned(period.from()) || !Granule.DAY.aligned(period.to())) {
      throw new IllegalArgumentException("a budget begins and ends at 00:00 UTC");
    }
  }
}
