package dev.supportpulse.metrics.cost;

import dev.supportpulse.metrics.figure.Figure;
import dev.supportpulse.metrics.figure.Figure.CurrencyAmount;
import dev.supportpulse.metrics.figure.Reason;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;
import java.util.List;

/** Support cost / cases (design §8). */
public final class CostPerCase {

  private CostPerCase() {}

  /** Over the cases opened: n. Absent without cost entries or without cases. */
  public static Figure opened(Tally tally) {
    return over(tally.total(Measure.CASES).n(), tally);
  }

  /** Over those of them that are resolved now: n. */
  public static Figure resolved(Tally tally) {
    return over(tally.total(Measure.CASES).sum().longValueExact(), tally);
  }

  private static Figure over(long cases, Tally tally) {
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
