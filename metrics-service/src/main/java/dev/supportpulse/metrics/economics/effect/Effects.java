package dev.supportpulse.metrics.economics.effect;

import dev.supportpulse.events.RatingDimension;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.DurationBins;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What changed between two times, figure by figure, from the days of each.
 *
 * <pre>
 * figure             compared are                                       by
 * netSatisfaction    the feedbacks, each 1, 0 or −1                     Welch
 * csat               satisfied of the answers on "overall"              Newcombe
 * supportEfficiency  resolved of the cases                              Newcombe
 * firstResponse      logarithms of the waits; told as the ratio − 1     Welch
 *                    of their geometric means
 * profitPerWeek      sums of whole weeks, in the currency               Welch
 * </pre>
 */
public final class Effects {

  private static final int WEEK = 7;

  private Effects() {}

  /** By figure; empty where one of the times has too little. */
  public enum Figure {
    NET_SATISFACTION("netSatisfaction", "Welch"),
    CSAT("csat", "Newcombe"),
    SUPPORT_EFFICIENCY("supportEfficiency", "Newcombe"),
    /** Lower is better. */
    FIRST_RESPONSE("firstResponse", "Welch of logarithms"),
    PROFIT_PER_WEEK("profitPerWeek", "Welch of weeks");

    private final String wireName;
    private final String method;

    Figure(String wireName, String method) {
      this.wireName = wireName;
      this.method = method;
    }

    public String wireName() {
      return wireName;
    }

    public String method() {
      return method;
    }
  }

  /** What a figure needs. */
  public static final Set<Measure> MEASURES =
      Set.of(
          Measure.SENTIMENT,
          Measure.RATING,
          Measure.CASES,
          Measure.FIRST_RESPONSE,
          Measure.COST,
          Measure.INCOME);

  /**
   * The change of a figure. That of the first response is a factor − 1: −0.3 is a wait shorter by
   * 30 %, and before and after are geometric means in seconds.
   *
   * @param currency of profit; what was booked in another isn't counted
   */
  public static Optional<Difference> of(
      Figure figure,
      List<Tally> before,
      List<Tally> after,
      String currency,
      Confidence confidence) {
    return switch (figure) {
      case NET_SATISFACTION ->
          Difference.ofMeans(sentiments(before), sentiments(after), confidence);
      case CSAT ->
          shares(before, after, Measure.RATING, RatingDimension.OVERALL.wireName(), confidence);
      case SUPPORT_EFFICIENCY -> shares(before, after, Measure.CASES, "", confidence);
      case FIRST_RESPONSE ->
          Difference.ofMeans(waits(before), waits(after), confidence).map(Effects::asFactor);
      case PROFIT_PER_WEEK ->
          Difference.ofMeans(weeks(before, currency), weeks(after, currency), confidence);
    };
  }

  private static Optional<Difference> shares(
      List<Tally> before,
      List<Tally> after,
      Measure measure,
      String detail,
      Confidence confidence) {
    Amount first = amount(before, measure, detail);
    Amount second = amount(after, measure, detail);
    return Difference.ofShares(
        first.sum().doubleValue(), first.n(), second.sum().doubleValue(), second.n(), confidence);
  }

  private static Sample sentiments(List<Tally> days) {
    double n = 0;
    double sum = 0;
    double moved = 0;
    for (Tally day : days) {
      for (Map.Entry<String, Amount> entry : day.details(Measure.SENTIMENT).entrySet()) {
        n += entry.getValue().n();
        sum += entry.getValue().sum().doubleValue();
        moved += entry.getKey().endsWith("/NEUTRAL") ? 0 : entry.getValue().n();
      }
    }
    return Sample.of(n, sum, moved);
  }

  private static Sample waits(List<Tally> days) {
    double n = 0;
    double sum = 0;
    double squares = 0;
    for (Tally day : days) {
      for (Map.Entry<String, Amount> entry : day.details(Measure.FIRST_RESPONSE).entrySet()) {
        double cases = entry.getValue().n();
        double log = Math.log(DurationBins.representativeSeconds(Integer.parseInt(entry.getKey())));
        n += cases;
        sum += cases * log;
        squares += cases * log * log;
      }
    }
    return Sample.of(n, sum, squares);
  }

  private static Difference asFactor(Difference logarithms) {
    return new Difference(
        Math.exp(logarithms.before()),
        Math.exp(logarithms.after()),
        Math.expm1(logarithms.value()),
        Math.expm1(logarithms.low()),
        Math.expm1(logarithms.high()));
  }

  /** Bookings come in cycles of weeks, so days aren't independent; the last weeks are whole. */
  private static Sample weeks(List<Tally> days, String currency) {
    int weeks = days.size() / WEEK;
    double[] profits = new double[weeks];
    for (int week = 0; week < weeks; week++) {
      int from = days.size() - (weeks - week) * WEEK;
      for (Tally day : days.subList(from, from + WEEK)) {
        profits[week] += profit(day, currency).doubleValue();
      }
    }
    return Sample.of(profits);
  }

  private static BigDecimal profit(Tally day, String currency) {
    BigDecimal profit = day.get(Measure.INCOME.of(currency)).sum();
    for (Map.Entry<String, Amount> cost : day.details(Measure.COST).entrySet()) {
      if (cost.getKey().startsWith(currency + "/")) {
        profit = profit.subtract(cost.getValue().sum());
      }
    }
    return profit;
  }

  private static Amount amount(List<Tally> days, Measure measure, String detail) {
    return days.stream().map(day -> day.get(measure.of(detail))).reduce(Amount.NONE, Amount::plus);
  }
}
