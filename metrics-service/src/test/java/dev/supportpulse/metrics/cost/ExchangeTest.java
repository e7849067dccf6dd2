package dev.supportpulse.metrics.cost;

import static dev.supportpulse.metrics.figure.Tallies.all;
import static dev.supportpulse.metrics.figure.Tallies.tally;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.metrics.figure.Figure;
import dev.supportpulse.metrics.figure.Reason;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;
import dev.supportpulse.metrics.window.Counted;
import dev.supportpulse.metrics.window.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Dollars are 0.9 euros in January and 0.8 in February; yuan have a rate in February only. */
class ExchangeTest {

  private static final Window JANUARY = window("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z");
  private static final Window FEBRUARY = window("2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z");
  private static final Exchange TO_EUR =
      new Exchange(
          "EUR",
          List.of(
              table("2026-02-01", Map.of("USD", "0.8", "CNY", "0.125")),
              table("2026-01-01", Map.of("USD", "0.9"))));
  private static final Tally DOLLARS = tally(Measure.COST, "USD/FIXED", 1, "100.03");

  @Test
  void everyAmountIsConvertedAtTheRateOfItsDayAndNotRounded() {
    Tally euros = tally(Measure.COST, "EUR/EXTRA", 1, "7");
    Tally converted =
        TO_EUR
            .convert(new Counted(JANUARY, all(DOLLARS, euros)))
            .tally()
            .plus(TO_EUR.convert(new Counted(FEBRUARY, DOLLARS)).tally());
    assertThat(Bookings.supportCost(converted))
        .isInstanceOfSatisfying(
            Figure.Money.class,
            money -> {
              assertThat(money.amount().currency()).isEqualTo("EUR");
              // 100.03 · 0.9 + 100.03 · 0.8 + 7
              assertThat(money.amount().value()).isEqualByComparingTo("177.051");
              assertThat(money.amount().n()).isEqualTo(3);
              assertThat(money.amount().parts().get("FIXED")).isEqualByComparingTo("170.051");
            });
  }

  @Test
  void withoutARateTheFigureIsAbsentAndNamesCurrencyAndDay() {
    Counted yuan = new Counted(JANUARY, tally(Measure.INCOME, "CNY", 1, "5"));
    List<Counted> spans = List.of(TO_EUR.convert(yuan));
    Figure income = Bookings.income(spans.get(0).tally());
    assertThat(TO_EUR.checked(income, spans))
        .isEqualTo(new Figure.Absent(Reason.NO_EXCHANGE_RATE, "CNY on 2026-01-01"));
    assertThat(Exchange.NONE.checked(income, spans)).isSameAs(income);
  }

  @Test
  void ratedCostIsConvertedDayByDay() {
    RateCards cards =
        new RateCards(
            List.of(
                new RateCard(
                    "USD",
                    new TreeMap<>(Map.of("hour", new BigDecimal("10"))),
                    LocalDate.parse("2026-01-01"))));
    Tally hours = tally(Measure.USAGE, "hour", 1, "10");
    Figure cost =
        RatedCost.ratedCost(
            List.of(new Counted(JANUARY, hours), new Counted(FEBRUARY, hours)),
            TO_EUR.convert(cards));
    assertThat(cost)
        .isInstanceOfSatisfying(
            Figure.Money.class,
            money -> {
              assertThat(money.amount().currency()).isEqualTo("EUR");
              assertThat(money.amount().value()).isEqualByComparingTo("170");
            });
  }

  @Test
  void aBudgetIsConvertedDayByDayToo() {
    // 59 days of January and February: 31 at 0.9 and 28 at 0.8, of 5 900 dollars.
    Window period = window("2026-01-01T00:00:00Z", "2026-03-01T00:00:00Z");
    Budget budget = new Budget(new BigDecimal("5900"), "USD", period);
    List<Counted> spent = List.of(new Counted(period, tally(Measure.COST, "EUR/FIXED", 1, "2515")));
    assertThat(BudgetUsed.of(spent, budget, TO_EUR))
        .isInstanceOfSatisfying(
            Figure.MoneyRatio.class,
            used -> {
              assertThat(used.denominator()).isEqualByComparingTo("5030");
              assertThat(used.value().toDouble()).isEqualTo(0.5);
            });
    Budget yuan = new Budget(new BigDecimal("5900"), "CNY", period);
    assertThat(BudgetUsed.of(spent, yuan, TO_EUR))
        .isEqualTo(new Figure.Absent(Reason.NO_EXCHANGE_RATE, "CNY on 2026-01-01"));
  }

  private static ExchangeTable table(String validFrom, Map<String, String> rates) {
    TreeMap<String, BigDecimal> exact = new TreeMap<>();
    rates.forEach((currency, rate) -> exact.put(currency, new BigDecimal(rate)));
    return new ExchangeTable("EUR", exact, LocalDate.parse(validFrom));
  }

  private static Window window(String from, String to) {
    return new Window(Instant.parse(from), Instant.parse(to));
  }
}
