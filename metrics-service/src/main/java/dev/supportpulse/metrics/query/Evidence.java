package dev.supportpulse.metrics.query;

import dev.supportpulse.metrics.cost.Budget;
import dev.supportpulse.metrics.cost.Exchange;
import dev.supportpulse.metrics.reference.References;
import dev.supportpulse.metrics.tally.Tally;
import dev.supportpulse.metrics.window.Counted;
import dev.supportpulse.metrics.window.Window;
import java.time.Instant;
import java.util.List;

/**
 * What every figure of one window and group is computed from, in the currency that was asked for.
 *
 * @param spans the window, cut where a rate or the budget changes
 * @param tally the sum of the spans
 * @param history what was counted before, as far as a figure reaches back
 */
record Evidence(
    Window window,
    List<Counted> spans,
    Tally tally,
    History history,
    References references,
    Exchange exchange) {

  static Evidence of(
      Window window,
      List<Counted> spans,
      History history,
      References references,
      Exchange exchange) {
    Tally sum = spans.stream().map(Counted::tally).reduce(Tally.NONE, Tally::plus);
    return new Evidence(window, spans, sum, history, references, exchange);
  }

  /** The time of the budget up to the end of the window, as one span; none if it begins later. */
  List<Counted> budgetToDate() {
    Budget budget = references.budget();
    if (budget == null || !budget.period().from().isBefore(window.to())) {
      return List.of();
    }
    Instant from = budget.period().from();
    Instant end = budget.period().to();
    Instant to = end.isBefore(window.to()) ? end : window.to();
    return List.of(new Counted(new Window(from, to), history.between(from, to)));
  }
}
