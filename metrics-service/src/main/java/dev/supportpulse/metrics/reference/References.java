package dev.supportpulse.metrics.reference;

import dev.supportpulse.metrics.cost.Budget;
import dev.supportpulse.metrics.cost.RateCard;
import dev.supportpulse.metrics.cost.RateCards;
import dev.supportpulse.metrics.satisfaction.Baseline;
import dev.supportpulse.metrics.window.Window;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that is set for one project; null is not set. */
public record References(
    @Nullable Baseline baseline,
    FigureWeights weights,
    RateCards rateCards,
    @Nullable Budget budget) {

  /** Nothing is set. */
  public static final References NONE =
      new References(null, FigureWeights.DEFAULT, RateCards.NONE, null);

  /**
   * The instants within the window at which a rate or the budget changes: spans between them are
   * rated one by one.
   */
  public List<Instant> cuts(Window window) {
    Stream<Instant> rates = rateCards.versions().stream().map(RateCard::validFromInstant);
    Stream<Instant> budgets =
        budget == null ? Stream.of() : Stream.of(budget.period().from(), budget.period().to());
    return Stream.concat(rates, budgets)
        .filter(instant -> instant.isAfter(window.from()) && instant.isBefore(window.to()))
        .toList();
  }
}
