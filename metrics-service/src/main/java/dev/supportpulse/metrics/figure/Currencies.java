package dev.supportpulse.metrics.figure;

import dev.supportpulse.metrics.figure.Figure.CurrencyAmount;
import java.util.List;

/** Which currencies a figure's amounts are in. */
public final class Currencies implements Figure.Kinds<List<String>> {

  private static final Currencies KINDS = new Currencies();

  private Currencies() {}

  /** In the order of the amounts; empty for what isn't money. */
  public static List<String> of(Figure figure) {
    return figure.match(KINDS);
  }

  @Override
  public List<String> absent(Figure.Absent figure) {
    return List.of();
  }

  @Override
  public List<String> count(Figure.Count figure) {
    return List.of();
  }

  @Override
  public List<String> ratio(Figure.Ratio figure) {
    return List.of();
  }

  @Override
  public List<String> moneyRatio(Figure.MoneyRatio figure) {
    return List.of(figure.currency());
  }

  @Override
  public List<String> moneyMean(Figure.MoneyMean figure) {
    return List.of(figure.currency());
  }

  @Override
  public List<String> weighted(Figure.Weighted figure) {
    return List.of();
  }

  @Override
  public List<String> durations(Figure.Durations figure) {
    return List.of();
  }

  @Override
  public List<String> money(Figure.Money figure) {
    return List.of(figure.amount().currency());
  }

  @Override
  public List<String> severalCurrencies(Figure.SeveralCurrencies figure) {
    return figure.amounts().stream().map(CurrencyAmount::currency).toList();
  }
}
