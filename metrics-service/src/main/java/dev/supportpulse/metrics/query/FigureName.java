package dev.supportpulse.metrics.query;

import dev.supportpulse.metrics.cost.Bookings;
import dev.supportpulse.metrics.cost.BudgetUsed;
import dev.supportpulse.metrics.cost.CostPerCase;
import dev.supportpulse.metrics.cost.RatedCost;
import dev.supportpulse.metrics.efficiency.CaseDurations;
import dev.supportpulse.metrics.efficiency.Cases;
import dev.supportpulse.metrics.efficiency.CompositeEfficiency;
import dev.supportpulse.metrics.figure.Figure;
import dev.supportpulse.metrics.satisfaction.NetSatisfaction;
import dev.supportpulse.metrics.satisfaction.Ratings;
import dev.supportpulse.metrics.satisfaction.SatisfactionEffect;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.window.BadQuery;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every figure that is served: its name, what is read for it, and its formula. */
// Formulas are method references without state.
@SuppressWarnings("ImmutableEnumChecker")
public enum FigureName {
  NET_SATISFACTION("netSatisfaction", e -> NetSatisfaction.of(e.tally()), Measure.SENTIMENT),
  SATISFACTION_EFFECT(
      "satisfactionEffect",
      e -> SatisfactionEffect.of(e.tally(), e.references().baseline()),
      Measure.SENTIMENT),
  CSAT("csat", e -> Ratings.csat(e.tally()), Measure.RATING),
  WEIGHTED_CSAT(
      "weightedCsat",
      e -> Ratings.weighted(e.tally(), e.references().weights().weightedCsat()),
      Measure.RATING),
  WEIGHTED_SATISFACTION(
      "weightedSatisfaction",
      e -> Ratings.weighted(e.tally(), e.references().weights().weightedSatisfaction()),
      Measure.RATING),
  CES("ces", e -> Ratings.ces(e.tally()), Measure.RATING),
  NPS("nps", e -> Ratings.nps(e.tally()), Measure.RATING),
  SUPPORT_COST("supportCost", e -> Bookings.supportCost(e.tally()), Measure.COST),
  RATED_COST(
      "ratedCost", e -> RatedCost.ratedCost(e.spans(), e.references().rateCards()), Measure.USAGE),
  TOTAL_COST(
      "totalCost",
      e -> RatedCost.totalCost(e.spans(), e.references().rateCards()),
      Measure.USAGE,
      Measure.COST_IN_TOTAL),
  INCOME("income", e -> Bookings.income(e.tally()), Measure.INCOME),
  PROFIT("profit", e -> Bookings.profit(e.tally()), Measure.COST, Measure.INCOME),
  BUDGET_USED("budgetUsed", e -> BudgetUsed.of(e.spans(), e.references().budget()), Measure.COST),
  COST_PER_CASE("costPerCase", e -> CostPerCase.of(e.tally()), Measure.COST, Measure.CASES),
  CASES("cases", e -> Cases.opened(e.tally()), Measure.CASES),
  SUPPORT_EFFICIENCY("supportEfficiency", e -> Cases.supportEfficiency(e.tally()), Measure.CASES),
  COMPOSITE_EFFICIENCY(
      "compositeEfficiency",
      e ->
          CompositeEfficiency.of(
              e.tally(),
              e.references().weights().compositeEfficiency(),
              e.references().weights().weightedCsat()),
      Measure.CASES,
      Measure.FIRST_RESPONSE,
      Measure.RATING),
  FIRST_RESPONSE(
      "firstResponse",
      e -> CaseDurations.of(e.tally(), Measure.FIRST_RESPONSE),
      Measure.FIRST_RESPONSE),
  RESOLUTION_TIME(
      "resolutionTime",
      e -> CaseDurations.of(e.tally(), Measure.RESOLUTION_TIME),
      Measure.RESOLUTION_TIME),
  REOPEN_RATE("reopenRate", e -> Cases.reopenRate(e.tally()), Measure.REOPENED);

  private final String wireName;
  private final Function<Evidence, Figure> formula;
  private final Set<Measure> measures;

  FigureName(String wireName, Function<Evidence, Figure> formula, Measure... measures) {
    this.wireName = wireName;
    this.formula = formula;
    this.measures = Set.of(measures);
  }

  /** The name in JSON and in the parameter {@code figure}. */
  public String wireName() {
    return wireName;
  }

  /**
   * The figure of that name.
   *
   * @throws BadQuery naming {@code figure}
   */
  public static FigureName parse(String wireName) {
    return Arrays.stream(values())
        .filter(name -> name.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(
            () ->
                new BadQuery(
                    "figure",
                    "'%s' is not a figure: use one of %s"
                        .formatted(
                            wireName,
                            Arrays.stream(values())
                                .map(FigureName::wireName)
                                .collect(Collectors.joining(", ")))));
  }

  /** What is read for it. */
  Set<Measure> measures() {
    return measures;
  }

  Figure of(Evidence evidence) {
    return formula.apply(evidence);
  }
}
