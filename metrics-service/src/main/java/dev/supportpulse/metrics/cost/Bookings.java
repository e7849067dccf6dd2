package dev.supportpulse.metrics.cost;

import dev.supportpulse.metrics.figure.Figure;
import dev.supportpulse.metrics.figure.Figure.CurrencyAmount;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Figures of cost and income entries (requirements §2, source 000 §4). */
public final class Bookings {

  private static final String INCOME = "income";
  private static final String SUPPORT_COST = "supportCost";

  private Bookings() {}

  /** C = C₁ fixed + C₂ variable + C₃ extra; the parts are the kinds. */
  public static Figure supportCost(Tally tally) {
    return supportCosts(tally).figure();
  }

  /** P: the sum of the income entries. */
  public static Figure income(Tally tally) {
    MoneySum sum = new MoneySum();
    tally
        .details(Measure.INCOME)
        .forEach((currency, amount) -> sum.add(currency, amount.sum(), amount.n()));
    return sum.figure();
  }

  /** R = P − C per currency; a side without entries counts 0 and is named as missing. */
  public static Figure profit(Tally tally) {
    SortedMap<String, Amount> incomes = tally.details(Measure.INCOME);
    SortedMap<String, Amount> costs = new TreeMap<>();
    supportCosts(tally)
        .amounts()
        .forEach(cost -> costs.put(cost.currency(), new Amount(cost.n(), cost.value())));
    SortedSet<String> currencies = new TreeSet<>(incomes.keySet());
    currencies.addAll(costs.keySet());
    MoneySum sum = new MoneySum();
    for (String currency : currencies) {
      sum.add(
          profit(
              currency,
              incomes.getOrDefault(currency, Amount.NONE),
              costs.getOrDefault(currency, Amount.NONE)));
    }
    return sum.figure();
  }

  static MoneySum supportCosts(Tally tally) {
    MoneySum sum = new MoneySum();
    tally
        .details(Measure.COST)
        .forEach(
            (detail, amount) -> {
              int slash = detail.indexOf('/');
              sum.add(
                  detail.substring(0, slash),
                  detail.substring(slash + 1),
                  amount.sum(),
                  amount.n());
            });
    return sum;
  }

  private static CurrencyAmount profit(String currency, Amount income, Amount cost) {
    SortedMap<String, BigDecimal> parts = new TreeMap<>();
    parts.put(INCOME, income.sum());
    parts.put(SUPPORT_COST, cost.sum());
    @Nullable String missing =
        income.equals(Amount.NONE) ? INCOME : cost.equals(Amount.NONE) ? SUPPORT_COST : null;
    return new CurrencyAmount(
        currency, income.sum().subtract(cost.sum()), income.n() + cost.n(), parts, missing);
  }
}
