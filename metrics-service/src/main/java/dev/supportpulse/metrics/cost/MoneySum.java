package dev.supportpulse.metrics.cost;

import dev.supportpulse.metrics.figure.Figure;
import dev.supportpulse.metrics.figure.Figure.CurrencyAmount;
import dev.supportpulse.metrics.figure.Reason;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up amounts by currency, with what each is made of. */
final class MoneySum {

  private final SortedMap<String, CurrencyAmount> byCurrency = new TreeMap<>();

  /** Adds n entries that come to that value, as a part of that name. */
  void add(String currency, String part, BigDecimal value, long n) {
    TreeMap<String, BigDecimal> parts = new TreeMap<>();
    parts.put(part, value);
    add(new CurrencyAmount(currency, value, n, parts, null));
  }

  /** Adds n entries that come to that value and have no parts. */
  void add(String currency, BigDecimal value, long n) {
    add(new CurrencyAmount(currency, value, n, new TreeMap<>(), null));
  }

  void add(CurrencyAmount amount) {
    byCurrency.merge(amount.currency(), amount, MoneySum::plus);
  }

  private static CurrencyAmount plus(CurrencyAmount a, CurrencyAmount b) {
    TreeMap<String, BigDecimal> parts = new TreeMap<>(a.parts());
    b.parts().forEach((part, value) -> parts.merge(part, value, BigDecimal::add));
    return new CurrencyAmount(
        a.currency(),
        a.value().add(b.value()),
        a.n() + b.n(),
        parts,
        a.missing() != null ? a.missing() : b.missing());
  }

  boolean isEmpty() {
    return byCurrency.isEmpty();
  }

  /** In the order of their currencies. */
  List<CurrencyAmount> amounts() {
    return List.copyOf(byCurrency.values());
  }

  /** The amount if there is one currency; an empty sum is no data, not 0. */
  Figure figure() {
    return switch (byCurrency.size()) {
      case 0 -> Figure.absent(Reason.NO_DATA);
      case 1 -> new Figure.Money(amounts().get(0));
      default -> new Figure.SeveralCurrencies(amounts());
    };
  }
}
