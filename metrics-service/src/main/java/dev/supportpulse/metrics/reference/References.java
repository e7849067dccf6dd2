package dev.supportpulse.metrics.reference;

import dev.supportpulse.metrics.cost.Budget;
import dev.supportpulse.metrics.cost.Exchange;
import dev.supportpulse.metrics.cost.ExchangeTable;
import dev.supportpulse.metrics.cost.RateCard;
import dev.supportpulse.metrics.cost.RateCards;
import dev.supportpulse.metrics.efficiency.Targets;
import dev.supportpulse.metrics.satisfaction.Baseline;
import dev.supportpulse.metrics.window.Window;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that is set for one project; null is not set. */
public record References(
    @Nullable Baseline baseline,
    FigureWeights weights,
    RateCards rateCards,
    @Nullable Budget budget,
    Targets targets,
    List<ExchangeTable> exchangeTables) {

  /** Nothing is set. */
  public static final References NONE =
      new References(null, FigureWeights.DEFAULT, RateCards.NONE, null, Targets.NONE, List.of());

  /** Converts to that currency; null is none. */
  public Exchange exchange(@Nullable String currency) {
    return currency == null ? Exchange.NONE : new Exchange(currency, exchangeTables);
  }

  /** These with all rates converted. */
  public References converted(Exchange exchange) {
    return new References(
        baseline, weights, exchange.convert(rateCards), budget, targets, exchangeTables);
  }

  /**
   * The instants within the window at which a rate or the budget changes: spans between them are
   * rated one by one.
   */
  public List<Instant> cuts(Window window, Exchange exchange) {
    Stream<Instant> rates = rateCards.versions().stream().map(RateCard::validFromInstant);
    Stream<Instant> budgets =
        budget == null ? Stream.of() : Stream.of(budget.period().from(), budget.period().to());
    return Stream.of(rates, budgets, exchange.changes())
        .flatMap(Function.identity())
        .filter(instant -> instant.isAfter(window.from()) && instant.isBefore(window.to()))
        .toList();
  }
}
