package dev.supportpulse.metrics.cost;

import dev.supportpulse.metrics.figure.Figure;
import dev.supportpulse.metrics.figure.Reason;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.window.Counted;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Costs of what was used: Σ rateᵢ · volumeᵢ over the items of the rate card, at the rate valid at
 * the event's time (requirements §2, source 001 §4).
 *
 * <p>Each span that is passed in lies within the validity of one version of the card.
 */
public final class RatedCost {

  private static final String OTHER = "other";

  private RatedCost() {}

  /**
   * Σ rateᵢ · volumeᵢ; the parts are the items. Absent if an item was used before its first rate.
   */
  public static Figure ratedCost(List<Counted> spans, RateCards cards) {
    MoneySum sum = new MoneySum();
    return rate(spans, cards, sum) ? sum.figure() : Figure.absent(Reason.NO_RATE_CARD);
  }

  /**
   * TC = hourly rate · hours + storage rate · GB + other: the rated cost and the cost entries
   * marked {@code inTotalCost}, which are the part {@code other} (requirements §2, design §8).
   */
  public static Figure totalCost(List<Counted> spans, RateCards cards) {
    MoneySum sum = new MoneySum();
    if (!rate(spans, cards, sum)) {
      return Figure.absent(Reason.NO_RATE_CARD);
    }
    for (Counted span : spans) {
      span.tally()
          .details(Measure.COST_IN_TOTAL)
          .forEach((currency, amount) -> sum.add(currency, OTHER, amount.sum(), amount.n()));
    }
    return sum.figure();
  }

  /** Adds the cost of every use; false if a use has no rate or there is no card at all. */
  private static boolean rate(List<Counted> spans, RateCards cards, MoneySum sum) {
    boolean valid = false;
    for (Counted span : spans) {
      Optional<RateCard> card = cards.at(span.window().from());
      valid |= card.isPresent();
      for (Map.Entry<String, Amount> use : span.tally().details(Measure.USAGE).entrySet()) {
        String item = use.getKey();
        Amount volume = use.getValue();
        if (card.isPresent()) {
          BigDecimal rate = card.get().items().get(item);
          if (rate != null) {
            sum.add(card.get().currency(), item, rate.multiply(volume.sum()), volume.n());
          }
        } else if (cards.items().contains(item)) {
          return false;
        }
      }
    }
    return valid;
  }
}
