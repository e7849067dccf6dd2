package dev.supportpulse.metrics.http;

import dev.supportpulse.metrics.figure.Figure;
import dev.supportpulse.metrics.figure.Figure.CurrencyAmount;
import dev.supportpulse.metrics.figure.Fraction;
import dev.supportpulse.metrics.figure.Reason;
import dev.supportpulse.metrics.http.FigureView.AmountView;
import dev.supportpulse.metrics.http.FigureView.ComponentView;
import dev.supportpulse.metrics.query.Compared;
import dev.supportpulse.metrics.query.FigureName;
import dev.supportpulse.metrics.query.GroupKey;
import dev.supportpulse.metrics.window.Window;
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

  /** A figure of a window and group, beside what it is compared with, if it is. */
  static FigureView of(
      Figure figure, FigureName name, Window window, GroupKey key, @Nullable Compared compared) {
    FigureView view = of(figure);
    if (compared != null) {
      view.compared =
          ChangeView.of(compared.with(window), compared.change(window, key, name, figure));
    }
    return view;
  }

  @Override
  public FigureView absent(Figure.Absent figure) {
    FigureView view = new FigureView(figure.reason());
    view.missing = figure.missing();
    return view;
  }

  @Override
  public FigureView count(Figure.Count figure) {
    return new FigureView(figure.value(), figure.value());
  }

  @Override
  public FigureView ratio(Figure.Ratio figure) {
    FigureView view = new FigureView(figure.value().toDouble(), figure.n());
    view.numerator = plain(figure.numerator());
    view.denominator = plain(figure.denominator());
    return view;
  }

  @Override
  public FigureView moneyRatio(Figure.MoneyRatio figure) {
    FigureView view = new FigureView(figure.value().toDouble(), figure.n());
    view.currency = figure.currency();
    view.numerator = Money.exact(figure.numerator(), figure.currency());
    view.denominator = Money.rounded(figure.denominator(), figure.currency());
    return view;
  }

  @Override
  public FigureView moneyMean(Figure.MoneyMean figure) {
    BigDecimal mean = Fraction.of(figure.total()).over(Fraction.of(figure.n())).toDecimal();
    FigureView view = new FigureView(Money.rounded(mean, figure.currency()), figure.n());
    view.currency = figure.currency();
    view.numerator = Money.exact(figure.total(), figure.currency());
    view.denominator = figure.n();
    return view;
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
    FigureView view = new FigureView(figure.value().toDouble(), figure.n());
    view.components = components;
    return view;
  }

  @Override
  public FigureView durations(Figure.Durations figure) {
    FigureView view = new FigureView(figure.mean().toDouble(), figure.n());
    view.unit = "s";
    view.p50 = figure.p50();
    view.p90 = figure.p90();
    view.p95 = figure.p95();
    view.p99 = figure.p99();
    return view;
  }

  @Override
  public FigureView money(Figure.Money figure) {
    CurrencyAmount amount = figure.amount();
    FigureView view = new FigureView(Money.exact(amount.value(), amount.currency()), amount.n());
    view.currency = amount.currency();
    view.missing = amount.missing();
    view.amounts = amounts(List.of(amount));
    return view;
  }

  @Override
  public FigureView severalCurrencies(Figure.SeveralCurrencies figure) {
    FigureView view = new FigureView(Reason.SEVERAL_CURRENCIES);
    view.amounts = amounts(figure.amounts());
    return view;
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
