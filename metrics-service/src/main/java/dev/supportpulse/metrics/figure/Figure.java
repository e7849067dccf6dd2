package dev.supportpulse.metrics.figure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** One figure of one window and group: a value with what it was made from, or why there is none. */
public sealed interface Figure {

  /** There is no value. */
  static Figure absent(Reason reason) {
    return new Absent(reason, null);
  }

  /** The figure lacks that part. */
  static Figure missing(String part) {
    return new Absent(Reason.MISSING_DIMENSION, part);
  }

  /** Asks which kind this is; the compiler sees to it that every kind is answered. */
  <R> R match(Kinds<R> kinds);

  /** An answer for each kind of figure. */
  interface Kinds<R> {
    R absent(Absent figure);

    R count(Count figure);

    R ratio(Ratio figure);

    R moneyRatio(MoneyRatio figure);

    R moneyMean(MoneyMean figure);

    R weighted(Weighted figure);

    R durations(Durations figure);

    R money(Money figure);

    R severalCurrencies(SeveralCurrencies figure);
  }

  /**
   * No value.
   *
   * @param missing what is missing, if the reason is {@link Reason#MISSING_DIMENSION} or {@link
   *     Reason#NO_EXCHANGE_RATE}
   */
  record Absent(Reason reason, @Nullable String missing) implements Figure {
    @Override
    public <R> R match(Kinds<R> kinds) {
      return kinds.absent(this);
    }
  }

  /** How many. */
  record Count(long value) implements Figure {
    @Override
    public <R> R match(Kinds<R> kinds) {
      return kinds.count(this);
    }
  }

  /**
   * A ratio or a mean.
   *
   * @param value numerator over denominator, or what the figure's formula makes of them
   * @param n how many observations it rests on
   */
  record Ratio(Fraction value, long n, BigDecimal numerator, BigDecimal denominator)
      implements Figure {
    @Override
    public <R> R match(Kinds<R> kinds) {
      return kinds.ratio(this);
    }
  }

  /** A ratio of two amounts in one currency. */
  record MoneyRatio(
      Fraction value, long n, BigDecimal numerator, BigDecimal denominator, String currency)
      implements Figure {
    @Override
    public <R> R match(Kinds<R> kinds) {
      return kinds.moneyRatio(this);
    }
  }

  /**
   * An amount for each of n things: total / n.
   *
   * @param n greater than zero
   */
  record MoneyMean(BigDecimal total, long n, String currency) implements Figure {
    @Override
    public <R> R match(Kinds<R> kinds) {
      return kinds.moneyMean(this);
    }
  }

  /** A weighted sum of parts, in the order of the formula. */
  record Weighted(Fraction value, long n, Map<String, Component> components) implements Figure {
    @Override
    public <R> R match(Kinds<R> kinds) {
      return kinds.weighted(this);
    }
  }

  /**
   * A part of a weighted sum.
   *
   * @param weight its factor, in [0, 1]
   */
  record Component(Fraction value, long n, BigDecimal weight) {}

  /**
   * How long something took, in seconds: the exact mean, and percentiles within 1 %.
   *
   * @param n how many durations
   */
  record Durations(Fraction mean, long n, double p50, double p90, double p95, double p99)
      implements Figure {
    @Override
    public <R> R match(Kinds<R> kinds) {
      return kinds.durations(this);
    }
  }

  /** An exact amount in the only currency there is. */
  record Money(CurrencyAmount amount) implements Figure {
    @Override
    public <R> R match(Kinds<R> kinds) {
      return kinds.money(this);
    }
  }

  /** Amounts in more than one currency, which have no sum. */
  record SeveralCurrencies(List<CurrencyAmount> amounts) implements Figure {
    @Override
    public <R> R match(Kinds<R> kinds) {
      return kinds.severalCurrencies(this);
    }
  }

  /**
   * An exact amount.
   *
   * @param currency ISO 4217
   * @param n how many entries it sums
   * @param parts what it is made of; empty if it has no parts
   * @param missing the side that counted 0 because it has no entries at all
   */
  record CurrencyAmount(
      String currency,
      BigDecimal value,
      long n,
      SortedMap<String, BigDecimal> parts,
      @Nullable String missing) {}
}
