package dev.supportpulse.metrics.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.metrics.figure.Figure.CurrencyAmount;
import java.math.BigDecimal;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChangeTest {

  private static final Fraction ONE = Fraction.of(1);

  @Test
  void deltaIsNowLessThenAndRatioNowOverThen() {
    Change change = Change.between(new Figure.Count(8), ONE, new Figure.Count(10));
    assertThat(change)
        .isEqualTo(
            new Change(
                new Quantity(Fraction.of(8), null),
                Fraction.of(2),
                Fraction.of(new BigDecimal("1.25")),
                null));
  }

  @Test
  void aSumOfAnotherLengthIsProrated() {
    Change change = Change.between(money("USD", "90"), third(), money("USD", "33"));
    assertThat(change.then()).isEqualTo(new Quantity(Fraction.of(30), "USD"));
    assertThat(change.delta()).isEqualTo(Fraction.of(3));
  }

  @Test
  void nothingIsComparedWithZero() {
    Change change = Change.between(new Figure.Count(0), ONE, new Figure.Count(3));
    assertThat(change.delta()).isEqualTo(Fraction.of(3));
    assertThat(change.ratio()).isNull();
    assertThat(change.reason()).isEqualTo(Reason.ZERO_BASELINE);
  }

  @Test
  void whatIsMissingSaysWhy() {
    Figure none = Figure.absent(Reason.NO_TARGET);
    assertThat(Change.between(none, ONE, new Figure.Count(1)))
        .isEqualTo(Change.none(Reason.NO_TARGET));
    assertThat(Change.between(new Figure.Count(1), ONE, none))
        .isEqualTo(new Change(new Quantity(Fraction.of(1), null), null, null, Reason.NO_TARGET));
    assertThat(Change.between(money("USD", "1"), ONE, money("EUR", "1")).reason())
        .isEqualTo(Reason.SEVERAL_CURRENCIES);
  }

  private static Fraction third() {
    return Fraction.of(1).over(Fraction.of(3));
  }

  private static Figure money(String currency, String value) {
    return new Figure.Money(
        new CurrencyAmount(currency, new BigDecimal(value), 1, new TreeMap<>(), null));
  }
}
