package dev.supportpulse.metrics.http;

import dev.supportpulse.metrics.figure.Figure;
import dev.supportpulse.metrics.figure.Figure.CurrencyAmount;
import dev.supportpulse.metrics.figure.Fraction;
import dev.supportpulse.metrics.figure.Reason;
import dev.supportpulse.metrics.http.FigureView.AmountView;
import dev.supportpulse.metrics.http.FigureView.ComponentView;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes every kind of figure as design §7 shows it. */
final class FigureViews implements Figure.Kinds<FigureView> {

  private static final FigureViews KINDS = new FigureViews();

  private FigureViews() {}

  static FigureView of(Figure figure) {
    return figure.match(KINDS);
  }

  @Override
  public FigureView absent(Figure.Absent figure) {
    return absent(figure.reason(), figure.missing(), null);
  }

  @Override
  public FigureView count(Figure.Count figure) {
    return number(figure.value(), figure.value(), null, null, null, null);
  }

  @Override
  public FigureView ratio(Figure.Ratio figure) {
    return number(
        figure.value().toDouble(),
        figure.n(),
        plain(figure.numerator()),
        plain(figure.denominator()),
        null,
        null);
  }

  @Override
  public FigureView moneyRatio(Figure.MoneyRatio figure) {
    return number(
        figure.value().toDouble(),
        figure.n(),
        Money.exact(figure.numerator(), figure.currency()),
        Money.rounded(figure.denominator(), figure.currency()),
        figure.currency(),
        null);
  }

  @Override
  public FigureView moneyMean(Figure.MoneyMean figure) {
    BigDecimal mean = Fraction.of(figure.total()).over(Fraction.of(figure.n())).toDecimal();
    return number(
        Money.rounded(mean, figure.currency()),
        figure.n(),
        Money.exact(figure.total(), figure.currency()),
        figure.n(),
        figure.currency(),
        null);
  }

  @Override
  public FigureView weighted(Figure.Weighted figure) {
    Map<String, ComponentView> components = new LinkedHashMap<>();
    figure
        .components()
        .forEach(
            (name, part) ->
                components.put(
                    name,
                    new ComponentView(
                        part.value().toDouble(), part.n(), part.weight().doubleValue())));
    return number(figure.value().toDouble(), figure.n(), null, null, null, components);
  }

  @Override
  public FigureView durations(Figure.Durations figure) {
    return new FigureView(
        figure.mean().toDouble(),
        null,
        null,
        "s",
        null,
        figure.n(),
        null,
        null,
        figure.p50(),
        figure.p90(),
        figure.p95(),
        figure.p99(),
        null,
        null);
  }

  @Override
  public FigureView money(Figure.Money figure) {
    CurrencyAmount amount = figure.amount();
    return new FigureView(
        Money.exact(amount.value(), amount.currency()),
        null,
        amount.missing(),
        null,
        amount.currency(),
        amount.n(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        amounts(List.of(amount)));
  }

  @Override
  public FigureView severalCurrencies(Figure.SeveralCurrencies figure) {
    return absent(Reason.SEVERAL_CURRENCIES, null, amounts(figure.amounts()));
  }

  private static FigureView absent(
      Reason reason, @Nullable String missing, @Nullable List<AmountView> amounts) {
    return new FigureView(
        null, reason, missing, null, null, null, null, null, null, null, null, null, null, amounts);
  }

  private static FigureView number(
      Object value,
      long n,
      @Nullable Object numerator,
      @Nullable Object denominator,
      @Nullable String currency,
      @Nullable Map<String, ComponentView> components) {
    return new FigureView(
        value,
        null,
        null,
        null,
        currency,
        n,
        numerator,
        denominator,
        null,
        null,
        null,
        null,
        components,
        null);
  }

  private static List<AmountView> amounts(List<CurrencyAmount> amounts) {
    return amounts.stream()
        .map(
            amount ->
                new AmountView(
                    amount.currency(),
                    Money.exact(amount.value(), amount.currency()),
                    amount.n(),
                    parts(amount),
                    amount.missing()))
        .toList();
  }

  private static @Nullable Map<String, String> parts(CurrencyAmount amount) {
    if (amount.parts().isEmpty()) {
      return null;
    }
    Map<String, String> parts = new LinkedHashMap<>();
    amount.parts().forEach((name, value) -> parts.put(name, Money.exact(value, amount.currency())));
    return parts;
  }

  /** A whole number as one, anything else as the nearest double. */
  private static Number plain(BigDecimal value) {
    boolean whole = value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
    return whole && value.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0
        ? (Number) value.longValueExact()
        : (Number) value.doubleValue();
  }
}
