package dev.supportpulse.metrics.figure;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one number of a figure, exactly.
 *
 * @param currency ISO 4217; null if it isn't money
 */
public record Quantity(Fraction value, @Nullable String currency) {

  private static final Figure.Kinds<Optional<Quantity>> KINDS = new OfKind();

  /** Empty for a figure without a value, or with several. */
  public static Optional<Quantity> of(Figure figure) {
    return figure.match(KINDS);
  }

  private static Optional<Quantity> plain(Fraction value) {
    return Optional.of(new Quantity(value, null));
  }

  private static final class OfKind implements Figure.Kinds<Optional<Quantity>> {

    @Override
    public Optional<Quantity> absent(Figure.Absent figure) {
      return Optional.empty();
    }

    @Override
    public Optional<Quantity> count(Figure.Count figure) {
      return plain(Fraction.of(figure.value()));
    }

    @Override
    public Optional<Quantity> ratio(Figure.Ratio figure) {
      return plain(figure.value());
    }

    @Override
    public Optional<Quantity> moneyRatio(Figure.MoneyRatio figure) {
      return plain(figure.value());
    }

    @Override
    public Optional<Quantity> moneyMean(Figure.MoneyMean figure) {
      return Optional.of(
          new Quantity(
              Fraction.of(figure.total()).over(Fraction.of(figure.n())), figure.currency()));
    }

    @Override
    public Optional<Quantity> weighted(Figure.Weighted figure) {
      return plain(figure.value());
    }

    @Override
    public Optional<Quantity> durations(Figure.Durations figure) {
      return plain(figure.mean());
    }

    @Override
    public Optional<Quantity> money(Figure.Money figure) {
      return Optional.of(
          new Quantity(Fraction.of(figure.amount().value()), figure.amount().currency()));
    }

    @Override
    public Optional<Quantity> severalCurrencies(Figure.SeveralCurrencies figure) {
      return Optional.empty();
    }
  }
}
