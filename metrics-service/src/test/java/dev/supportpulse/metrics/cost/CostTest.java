package dev.supportpulse.metrics.cost;

import static dev.supportpulse.metrics.figure.Tallies.all;
import static dev.supportpulse.metrics.figure.Tallies.tally;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.metrics.figure.Figure;
import dev.supportpulse.metrics.figure.Figure.CurrencyAmount;
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
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The golden cases of requirements §2, and what must hold of money. */
class CostTest {

  private static final Tally COSTS =
      all(
          tally(Measure.COST, "CNY/FIXED", 1, "50000"),
          tally(Measure.COST, "CNY/VARIABLE", 1, "30000"),
          tally(Measure.COST, "CNY/EXTRA", 1, "10000"));
  private static final Tally INCOME = tally(Measure.INCOME, "CNY", 2, "200000");
  private static final Window JANUARY = window("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z");
  private static final Window FEBRUARY = window("2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z");

  @Test
  void supportCostOfTheSourceIs90000() {
    CurrencyAmount cost = money(Bookings.supportCost(COSTS));
    assertThat(cost.value()).isEqualByComparingTo("90000");
    assertThat(cost.currency()).isEqualTo("CNY");
    assertThat(cost.n()).isEqualTo(3);
    assertThat(cost.parts().keySet()).containsExactly("EXTRA", "FIXED", "VARIABLE");
  }

  @Test
  void profitOfTheSourceIs110000() {
    CurrencyAmount profit = money(Bookings.profit(all(COSTS, INCOME)));
    assertThat(profit.value()).isEqualByComparingTo("110000");
    assertThat(profit.missing()).isNull();
  }

  @Test
  void aSideOfProfitWithoutEntriesCountsZeroAndIsNamed() {
    assertThat(money(Bookings.profit(COSTS)).value()).isEqualByComparingTo("-90000");
    assertThat(money(Bookings.profit(COSTS)).missing()).isEqualTo("income");
    assertThat(money(Bookings.profit(INCOME)).missing()).isEqualTo("supportCost");
  }

  @Test
  void currenciesAreNeverAddedTogether() {
    Tally tally = all(COSTS, tally(Measure.COST, "EUR/FIXED", 1, "1"));
    assertThat(Bookings.supportCost(tally))
        .isInstanceOfSatisfying(
            Figure.SeveralCurrencies.class,
            several ->
                assertThat(several.amounts())
                    .extracting(CurrencyAmount::currency)
                    .containsExactly("CNY", "EUR"));
    assertThat(Bookings.profit(all(COSTS, tally(Measure.INCOME, "EUR", 1, "1"))))
        .isInstanceOf(Figure.SeveralCurrencies.class);
  }

  @Test
  void anEmptySumIsNoDataAndARefundedOneIsZero() {
    assertThat(Bookings.supportCost(Tally.NONE)).isEqualTo(Figure.absent(Reason.NO_DATA));
    assertThat(Bookings.income(Tally.NONE)).isEqualTo(Figure.absent(Reason.NO_DATA));
    assertThat(Bookings.profit(Tally.NONE)).isEqualTo(Figure.absent(Reason.NO_DATA));
    assertThat(money(Bookings.supportCost(tally(Measure.COST, "CNY/FIXED", 2, "0"))).value())
        .isZero();
  }

  @Test
  void ratedCostOfTheSourceIs610000() {
    RateCards cards =
        cards(card("2026-01-01", "support", "100", "labour", "500", "resource", "200"));
    Tally usage =
        all(
            tally(Measure.USAGE, "support", 3, "100"),
            tally(Measure.USAGE, "labour", 4, "1000"),
            tally(Measure.USAGE, "resource", 5, "500"),
            tally(Measure.USAGE, "login", 9, "9"));
    CurrencyAmount cost = money(RatedCost.ratedCost(List.of(new Counted(JANUARY, usage)), cards));
    assertThat(cost.value()).isEqualByComparingTo("610000");
    assertThat(cost.n()).isEqualTo(12);
  }

  @Test
  void totalCostOfTheSourceIs110000() {
    RateCards cards = cards(card("2026-01-01", "hour", "100", "gigabyte", "10"));
    Tally tally =
        all(
            tally(Measure.USAGE, "hour", 1, "1000"),
            tally(Measure.USAGE, "gigabyte", 1, "500"),
            tally(Measure.COST_IN_TOTAL, "CNY", 1, "5000"));
    CurrencyAmount cost = money(RatedCost.totalCost(List.of(new Counted(JANUARY, tally)), cards));
    assertThat(cost.value()).isEqualByComparingTo("110000");
    assertThat(cost.parts()).containsEntry("other", new BigDecimal("5000").stripTrailingZeros());
  }

  @Test
  void usageIsRatedAtTheRateValidAtItsTime() {
    RateCards cards = cards(card("2026-02-01", "hour", "200"), card("2026-01-01", "hour", "100"));
    Tally hours = tally(Measure.USAGE, "hour", 1, "10");
    CurrencyAmount cost =
        money(
            RatedCost.ratedCost(
                List.of(new Counted(JANUARY, hours), new Counted(FEBRUARY, hours)), cards));
    assertThat(cost.value()).isEqualByComparingTo("3000");
  }

  @Test
  void usageBeforeItsFirstRateHasNoPrice() {
    RateCards cards = cards(card("2026-02-01", "hour", "200"));
    Tally hours = tally(Measure.USAGE, "hour", 1, "10");
    Tally logins = tally(Measure.USAGE, "login", 1, "10");
    assertThat(
            RatedCost.ratedCost(
                List.of(new Counted(JANUARY, hours), new Counted(FEBRUARY, hours)), cards))
        .isEqualTo(Figure.absent(Reason.NO_RATE_CARD));
    assertThat(
            money(
                    RatedCost.ratedCost(
                        List.of(new Counted(JANUARY, logins), new Counted(FEBRUARY, hours)), cards))
                .value())
        .isEqualByComparingTo("2000");
    assertThat(RatedCost.ratedCost(List.of(new Counted(JANUARY, hours)), RateCards.NONE))
        .isEqualTo(Figure.absent(Reason.NO_RATE_CARD));
    assertThat(RatedCost.ratedCost(List.of(new Counted(FEBRUARY, Tally.NONE)), cards))
        .isEqualTo(Figure.absent(Reason.NO_DATA));
  }

  @Test
  void budgetIsProratedToTheTimeThatItSharesWithTheWindow() {
    Budget budget = new Budget(new BigDecimal("31000"), "CNY", JANUARY);
    Window tenDays = window("2026-01-22T00:00:00Z", "2026-02-01T00:00:00Z");
    Tally cost = tally(Measure.COST, "CNY/FIXED", 1, "5000");
    Figure used =
        BudgetUsed.of(
            List.of(new Counted(tenDays, cost), new Counted(FEBRUARY, cost)),
            budget,
            Exchange.NONE);
    assertThat(used)
        .isInstanceOfSatisfying(
            Figure.MoneyRatio.class,
            share -> {
              assertThat(share.value().toDouble()).isEqualTo(0.5);
              assertThat(share.numerator()).isEqualByComparingTo("5000");
              assertThat(share.denominator()).isEqualByComparingTo("10000");
            });
  }

  @Test
  void budgetUsedNeedsABudgetOfThatTimeAndCurrency() {
    Budget budget = new Budget(new BigDecimal("31000"), "EUR", JANUARY);
    assertThat(BudgetUsed.of(List.of(new Counted(JANUARY, COSTS)), null, Exchange.NONE))
        .isEqualTo(Figure.absent(Reason.NO_BUDGET));
    assertThat(BudgetUsed.of(List.of(new Counted(FEBRUARY, COSTS)), budget, Exchange.NONE))
        .isEqualTo(Figure.absent(Reason.NO_BUDGET));
    assertThat(BudgetUsed.of(List.of(new Counted(JANUARY, Tally.NONE)), budget, Exchange.NONE))
        .isEqualTo(Figure.absent(Reason.NO_DATA));
    assertThat(BudgetUsed.of(List.of(new Counted(JANUARY, COSTS)), budget, Exchange.NONE))
        .isInstanceOf(Figure.SeveralCurrencies.class);
  }

  @Test
  void costPerCaseDividesByTheCasesOpened() {
    assertThat(CostPerCase.opened(COSTS.plus(tally(Measure.CASES, "", 100, "80"))))
        .isInstanceOfSatisfying(
            Figure.MoneyMean.class,
            mean -> {
              assertThat(mean.total()).isEqualByComparingTo("90000");
              assertThat(mean.n()).isEqualTo(100);
            });
    assertThat(CostPerCase.opened(COSTS)).isEqualTo(Figure.absent(Reason.NO_DATA));
  }

  @Test
  void costPerResolvedCaseDividesByTheCasesThatAreResolved() {
    assertThat(CostPerCase.resolved(COSTS.plus(tally(Measure.CASES, "", 100, "80"))))
        .isInstanceOfSatisfying(Figure.MoneyMean.class, mean -> assertThat(mean.n()).isEqualTo(80));
    assertThat(CostPerCase.resolved(COSTS.plus(tally(Measure.CASES, "", 3, "0"))))
        .isEqualTo(Figure.absent(Reason.NO_DATA));
  }

  @Test
  void theBurnRateIsTheBudgetUsedUpToDate() {
    // Half of January has passed, three quarters of its budget are spent.
    Budget budget = new Budget(new BigDecimal("31000"), "CNY", JANUARY);
    Window toDate = window("2026-01-01T00:00:00Z", "2026-01-16T12:00:00Z");
    Tally cost = tally(Measure.COST, "CNY/FIXED", 1, "23250");
    assertThat(BudgetUsed.of(List.of(new Counted(toDate, cost)), budget, Exchange.NONE))
        .isInstanceOfSatisfying(
            Figure.MoneyRatio.class, rate -> assertThat(rate.value().toDouble()).isEqualTo(1.5));
  }

  @Property(tries = 300)
  void profitIsIncomeLessSupportCost(
      @ForAll @IntRange(min = -10_000, max = 10_000) int income,
      @ForAll @IntRange(min = -10_000, max = 10_000) int cost) {
    BigDecimal in = BigDecimal.valueOf(income, 2);
    BigDecimal out = BigDecimal.valueOf(cost, 2);
    Tally tally =
        all(
            tally(Measure.INCOME, "USD", 1, in.toPlainString()),
            tally(Measure.COST, "USD/EXTRA", 1, out.toPlainString()));
    assertThat(money(Bookings.profit(tally)).value()).isEqualByComparingTo(in.subtract(out));
  }

  private static CurrencyAmount money(Figure figure) {
    assertThat(figure).isInstanceOf(Figure.Money.class);
    return ((Figure.Money) figure).amount();
  }

  private static RateCards cards(RateCard... cards) {
    return new RateCards(List.of(cards));
  }

  private static RateCard card(String validFrom, String... itemsAndRates) {
    Map<String, BigDecimal> items = new TreeMap<>();
    for (int i = 0; i < itemsAndRates.length; i += 2) {
      items.put(itemsAndRates[i], new BigDecimal(itemsAndRates[i + 1]));
    }
    return new RateCard("CNY", new TreeMap<>(items), LocalDate.parse(validFrom));
  }

  private static Window window(String from, String to) {
    return new Window(Instant.parse(from), Instant.parse(to));
  }
}
