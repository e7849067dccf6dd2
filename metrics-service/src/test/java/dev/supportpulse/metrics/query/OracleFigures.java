package dev.supportpulse.metrics.query;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the oracle's sums make of each figure of one window and group.
 *
 * @param sums as {@link SqlOracle} gives them
 * @param currency what amounts are converted to; null leaves each in its own
 */
public record OracleFigures(Map<String, BigDecimal> sums, @Nullable String currency) {

  private static final String BUDGET_CURRENCY = "USD";

  /** Values by currency for money, with the percentiles for durations, else one; none if absent. */
  public Map<String, BigDecimal> of(FigureName name) {
    return switch (name) {
      case SUPPORT_COST -> amounts("COST");
      case INCOME -> amounts("INCOME");
      case RATED_COST -> amounts("RATED");
      case TOTAL_COST -> plus(amounts("RATED"), amounts("COST_IN_TOTAL"), BigDecimal.ONE);
      case PROFIT -> plus(amounts("INCOME"), amounts("COST"), BigDecimal.ONE.negate());
      case COST_PER_CASE -> perCase("cases");
      case COST_PER_RESOLVED_CASE -> perCase("resolved");
      case BUDGET_USED -> ofBudget("IN_BUDGET");
      case BURN_RATE -> ofBudget("TO_DATE");
      case FIRST_RESPONSE, RESOLUTION_TIME -> durations(name.wireName());
      case COMPOSITE_EFFICIENCY -> composite();
      default -> one(sums.get(name.wireName()));
    };
  }

  private Map<String, BigDecimal> amounts(String kind) {
    Map<String, BigDecimal> amounts = new HashMap<>();
    sums.forEach(
        (name, value) -> {
          if (name.startsWith(kind + " ")) {
            amounts.put(name.substring(kind.length() + 1), value);
          }
        });
    return amounts;
  }

  private static Map<String, BigDecimal> plus(
      Map<String, BigDecimal> a, Map<String, BigDecimal> b, BigDecimal factor) {
    Map<String, BigDecimal> sum = new HashMap<>(a);
    b.forEach((currency, value) -> sum.merge(currency, value.multiply(factor), BigDecimal::add));
    return sum;
  }

  private Map<String, BigDecimal> perCase(String cases) {
    Map<String, BigDecimal> costs = amounts("COST");
    BigDecimal count = sums.getOrDefault(cases, BigDecimal.ZERO);
    if (count.signum() == 0 || costs.size() > 1) {
      return count.signum() == 0 ? Map.of() : costs;
    }
    costs.replaceAll((currency, cost) -> quotient(cost, count));
    return costs;
  }

  private Map<String, BigDecimal> ofBudget(String kind) {
    Map<String, BigDecimal> costs = amounts(kind);
    String budgeted = Objects.requireNonNullElse(currency, BUDGET_CURRENCY);
    return costs.keySet().equals(Set.of(budgeted))
        ? one(sums.get("SHARE %s %s".formatted(kind, budgeted)))
        : costs;
  }

  private Map<String, BigDecimal> durations(String name) {
    Map<String, BigDecimal> values = new HashMap<>(one(sums.get(name)));
    for (String percentile : List.of("p50", "p90", "p95", "p99")) {
      BigDecimal value = sums.get(name + " " + percentile);
      if (value != null) {
        values.put(percentile, value);
      }
    }
    return values;
  }

  private Map<String, BigDecimal> composite() {
    BigDecimal resolved = sums.get("supportEfficiency");
    BigDecimal response = sums.get("firstResponse");
    BigDecimal csat = sums.get("weightedCsat");
    if (resolved == null || response == null || csat == null) {
      return Map.of();
    }
    return one(
        resolved
            .multiply(new BigDecimal("0.6"))
            .add(quotient(new BigDecimal("25920"), response))
            .add(csat.multiply(new BigDecimal("0.1"))));
  }

  private static Map<String, BigDecimal> one(@Nullable BigDecimal value) {
    return value == null ? new HashMap<>() : new HashMap<>(Map.of("value", value));
  }

  private static BigDecimal quotient(BigDecimal a, BigDecimal b) {
    return a.divide(b, MathContext.DECIMAL128);
  }
}
