package dev.supportpulse.metrics.economics.estimate;

import dev.supportpulse.events.CostKind;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.SupportMode;
import dev.supportpulse.metrics.economics.estimate.Credibility.Observed;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;
import org.jspecify.annotations.Nullable;

/** What was counted in a window for one category, tier and mode; null is the missing value. */
public record Counts(
    @Nullable NeedCategory category,
    @Nullable String tier,
    @Nullable SupportMode mode,
    Tally tally) {

  private static final double MINUTES_PER_HOUR = 60;

  double cases() {
    return tally.total(Measure.CASES).n();
  }

  /** Cases, and those that are resolved. */
  Observed resolved() {
    return observed(tally.total(Measure.CASES), 1);
  }

  /** Feedbacks, and positive less negative ones. */
  Observed sentiment() {
    return observed(tally.total(Measure.SENTIMENT), 1);
  }

  /** Feedbacks that are positive or negative. */
  double moved() {
    return tally.details(Measure.SENTIMENT).entrySet().stream()
        .filter(entry -> !entry.getKey().endsWith("/NEUTRAL"))
        .mapToDouble(entry -> entry.getValue().n())
        .sum();
  }

  /** Resolutions that tell their effort, and its hours. */
  Observed effort() {
    return observed(tally.total(Measure.EFFORT), MINUTES_PER_HOUR);
  }

  double income(String currency) {
    return tally.get(Measure.INCOME.of(currency)).sum().doubleValue();
  }

  double fixedCost(String currency) {
    return cost(currency, CostKind.FIXED);
  }

  /** Variable and extra cost. */
  double caseCost(String currency) {
    return cost(currency, CostKind.VARIABLE) + cost(currency, CostKind.EXTRA);
  }

  /** Whether anything was booked in another currency. */
  boolean booksOtherThan(String currency) {
    return tally.details(Measure.COST).keySet().stream()
            .anyMatch(detail -> !detail.startsWith(currency + "/"))
        || tally.details(Measure.INCOME).keySet().stream()
            .anyMatch(detail -> !detail.equals(currency));
  }

  private double cost(String currency, CostKind kind) {
    return tally.get(Measure.COST.of(currency + "/" + kind)).sum().doubleValue();
  }

  private static Observed observed(Amount amount, double unit) {
    return new Observed(amount.n(), amount.sum().doubleValue() / unit);
  }
}
