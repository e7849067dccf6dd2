package dev.supportpulse.metrics.cost;

import dev.supportpulse.metrics.figure.Figure;
import dev.supportpulse.metrics.figure.Figure.CurrencyAmount;
import dev.supportpulse.metrics.figure.Fraction;
import dev.supportpulse.metrics.figure.Reason;
import dev.supportpulse.metrics.tally.Tally;
import dev.supportpulse.metrics.window.Counted;
import dev.supportpulse.metrics.window.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Support cost / budget prorated to the window; above 1 when more was spent than planned (design
 * §8). Over all the budget's time up to now it is the burn rate: the share of the budget that is
 * spent / the share of its time that has passed.
 */
public final class BudgetUsed {

  private BudgetUsed() {}

  /**
   * Of a window that reaches beyond the budget's period only the common time counts, for cost and
   * budget alike. A budget in another currency is converted day by day, like costs.
   *
   * @param spans ascending, without gaps; each lies within or outside the budget's period
   */
  public static Figure of(List<Counted> spans, @Nullable Budget budget, Exchange exchange) {
    if (budget == null) {
      return Figure.absent(Reason.NO_BUDGET);
    }
    List<Counted> common =
        spans.stream().filter(span -> budget.period().contains(span.window().from())).toList();
    if (common.isEmpty()) {
      return Figure.absent(Reason.NO_BUDGET);
    }
    Window time =
        new Window(common.get(0).window().from(), common.get(common.size() - 1).window().to());
    Tally tally = common.stream().map(Counted::tally).reduce(Tally.NONE, Tally::plus);
    List<CurrencyAmount> costs = Bookings.supportCosts(tally).amounts();
    if (costs.isEmpty()) {
      return Figure.absent(Reason.NO_DATA);
    }
    Fraction prorated = Fraction.ZERO;
    for (Window piece : pieces(time, exchange)) {
      Optional<BigDecimal> rate = exchange.rate(budget.currency(), piece.from());
      if (rate.isEmpty()) {
        return Exchange.noRate(budget.currency(), piece.from());
      }
      prorated =
          prorated.plus(Fraction.of(piece.length().toSeconds()).times(Fraction.of(rate.get())));
    }
    Duration period = budget.period().length();
    return share(
        costs,
        prorated.times(Fraction.of(budget.amount())).over(Fraction.of(period.toSeconds())),
        exchange.currencyOf(budget.currency()));
  }

  /** The time, cut where the rates change. */
  private static List<Window> pieces(Window time, Exchange exchange) {
    TreeSet<Instant> ends = new TreeSet<>(List.of(time.from(), time.to()));
    exchange.changes().filter(time::contains).forEach(ends::add);
    return ends.headSet(time.to()).stream()
        .map(start -> new Window(start, ends.tailSet(start, false).first()))
        .toList();
  }

  private static Figure share(List<CurrencyAmount> costs, Fraction budget, String currency) {
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
