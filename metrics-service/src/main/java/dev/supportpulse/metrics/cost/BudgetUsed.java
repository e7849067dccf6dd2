package dev.supportpulse.metrics.cost;

import dev.supportpulse.metrics.figure.Figure;
import dev.supportpulse.metrics.figure.Figure.CurrencyAmount;
import dev.supportpulse.metrics.figure.Fraction;
import dev.supportpulse.metrics.figure.Reason;
import dev.supportpulse.metrics.tally.Tally;
import dev.supportpulse.metrics.window.Counted;
import dev.supportpulse.metrics.window.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Support cost / budget prorated to the window; above 1 when more was spent than planned (design
 * §8).
 */
public final class BudgetUsed {

  private BudgetUsed() {}

  /**
   * Of a window that reaches beyond the budget's period only the common time counts, for cost and
   * budget alike.
   *
   * @param spans each lies within or outside the budget's period
   */
  public static Figure of(List<Counted> spans, @Nullable Budget budget) {
    if (budget == null) {
      return Figure.absent(Reason.NO_BUDGET);
    }
    Window period = budget.period();
    long seconds = 0;
    Tally tally = Tally.NONE;
    for (Counted span : spans) {
      if (period.contains(span.window().from())) {
        seconds += span.window().length().toSeconds();
        tally = tally.plus(span.tally());
      }
    }
    if (seconds == 0) {
      return Figure.absent(Reason.NO_BUDGET);
    }
    Fraction prorated =
        Fraction.of(budget.amount())
            .times(Fraction.of(seconds))
            .over(Fraction.of(period.length().toSeconds()));
    return share(Bookings.supportCosts(tally).amounts(), prorated, budget.currency());
  }

  private static Figure share(List<CurrencyAmount> costs, Fraction budget, String currency) {
    if (costs.isEmpty()) {
      return Figure.absent(Reason.NO_DATA);
    }
    CurrencyAmount cost = costs.get(0);
    if (costs.size() > 1 || !cost.currency().equals(currency)) {
      return new Figure.SeveralCurrencies(costs);
    }
    return new Figure.MoneyRatio(
        Fraction.of(cost.value()).over(budget),
        cost.n(),
        cost.value(),
        budget.toDecimal(),
        currency);
  }
}
