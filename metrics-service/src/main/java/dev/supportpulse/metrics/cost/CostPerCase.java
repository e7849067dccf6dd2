package dev.supportpulse.metrics.cost;

import dev.supportpulse.metrics.figure.Figure;
import dev.supportpulse.metrics.figure.Figure.CurrencyAmount;
import dev.supportpulse.metrics.figure.Reason;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;
import java.util.List;

/** Support cost / cases opened (design §8). */
public final class CostPerCase {

  private CostPerCase() {}

  /** Its n is the number of cases; absent without cost entries or without cases. */
  public static Figure of(Tally tally) {
    long cases = tally.total(Measure.CASES).n();
    List<CurrencyAmount> costs = Bookings.supportCosts(tally).amounts();
    if (cases == 0 || costs.isEmpty()) {
      return Figure.absent(Reason.NO_DATA);
    }
    if (costs.size() > 1) {
      return new Figure.SeveralCurrencies(costs);
    }
    return new Figure.MoneyMean(costs.get(0).value(), cases, costs.get(0).currency());
  }
}
