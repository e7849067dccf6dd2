package dev.supportpulse.metrics.prometheus;

import dev.supportpulse.metrics.figure.Figure;
import dev.supportpulse.metrics.figure.Figure.CurrencyAmount;
import java.util.List;

/**
 * A figure as gauges show it: a number, and what tells it from others of the same figure.
 *
 * @param part empty for the figure itself; {@code USD} for an amount, {@code p95} for a percentile
 */
record Sample(String part, double value) {

  /** The samples of a figure; none if it is absent. */
  static List<Sample> of(Figure figure) {
    return figure.match(AS_SAMPLES);
  }

  private static final Figure.Kinds<List<Sample>> AS_SAMPLES =
      new Figure.Kinds<>() {
        @Override
        public List<Sample> absent(Figure.Absent figure) {
          return List.of();
        }

        @Override
        public List<Sample> count(Figure.Count figure) {
          return List.of(new Sample("", (double) figure.value()));
        }

        @Override
        public List<Sample> ratio(Figure.Ratio figure) {
          return List.of(new Sample("", figure.value().toDouble()));
        }

        @Override
        public List<Sample> moneyRatio(Figure.MoneyRatio figure) {
          return List.of(new Sample("", figure.value().toDouble()));
        }

        @Override
        public List<Sample> moneyMean(Figure.MoneyMean figure) {
          return List.of(
              new Sample(figure.currency(), figure.total().doubleValue() / (double) figure.n()));
        }

        @Override
        public List<Sample> weighted(Figure.Weighted figure) {
          return List.of(new Sample("", figure.value().toDouble()));
        }

        @Override
        public List<Sample> durations(Figure.Durations figure) {
          return List.of(
              new Sample("", figure.mean().toDouble()),
              new Sample("p50", figure.p50()),
              new Sample("p90", figure.p90()),
              new Sample("p95", figure.p95()),
              new Sample("p99", figure.p99()));
        }

        @Override
        public List<Sample> money(Figure.Money figure) {
          return amounts(List.of(figure.amount()));
        }

        @Override
        public List<Sample> severalCurrencies(Figure.SeveralCurrencies figure) {
          return amounts(figure.amounts());
        }

        private List<Sample> amounts(List<CurrencyAmount> amounts) {
          return amounts.stream()
              .map(amount -> new Sample(amount.currency(), amount.value().doubleValue()))
              .toList();
        }
      };
}
