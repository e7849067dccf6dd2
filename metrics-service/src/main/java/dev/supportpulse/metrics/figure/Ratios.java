package dev.supportpulse.metrics.figure;

import dev.supportpulse.metrics.tally.Amount;
import java.math.BigDecimal;

/** Ratios of counts. */
public final class Ratios {

  private Ratios() {}

  /** sum / n: a share or a mean of the n observations; absent if there are none. */
  public static Figure of(Amount amount) {
    return scaled(amount, 1);
  }

  /** factor · sum / n; absent if there are no observations. */
  public static Figure scaled(Amount amount, long factor) {
    if (amount.n() == 0) {
      return Figure.absent(Reason.NO_DATA);
    }
    Fraction value =
        Fraction.of(amount.sum()).times(Fraction.of(factor)).over(Fraction.of(amount.n()));
    return new Figure.Ratio(value, amount.n(), amount.sum(), BigDecimal.valueOf(amount.n()));
  }
}
