package dev.supportpulse.metrics.query;

import dev.supportpulse.metrics.cost.Bookings;
import dev.supportpulse.metrics.cost.Budget;
import dev.supportpulse.metrics.cost.BudgetUsed;
import dev.supportpulse.metrics.cost.CostPerCase;
import dev.supportpulse.metrics.cost.RatedCost;
import dev.supportpulse.metrics.efficiency.Attainment;
import dev.supportpulse.metrics.efficiency.CaseDurations;
import dev.supportpulse.metrics.efficiency.Cases;
import dev.supportpulse.metrics.efficiency.CompositeEfficiency;
import dev.supportpulse.metrics.efficiency.Promise;
import dev.supportpulse.metrics.figure.Figure;
import dev.supportpulse.metrics.reference.References;
import dev.supportpulse.metrics.satisfaction.NetSatisfaction;
import dev.supportpulse.metrics.satisfaction.Ratings;
import dev.supportpulse.metrics.satisfaction.SatisfactionEffect;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.window.BadQuery;
import dev.supportpulse.metrics.window.Window;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
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
  BUDGET_USED(
      "budgetUsed",
      e -> BudgetUsed.of(e.spans(), e.references().budget(), e.exchange()),
      Measure.COST),
  BURN_RATE(
      "burnRate",
      e -> BudgetUsed.of(e.budgetToDate(), e.references().budget(), e.exchange()),
      Measure.COST),
  COST_PER_CASE("costPerCase", e -> CostPerCase.opened(e.tally()), Measure.COST, Measure.CASES),
  COST_PER_RESOLVED_CASE(
      "costPerResolvedCase", e -> CostPerCase.resolved(e.tally()), Measure.COST, Measure.CASES),
  CASES("cases", e -> Cases.opened(e.tally()), Measure.CASES),
  BACKLOG("backlog", e -> Cases.backlog(e.history().until(e.window().to())), Measure.BACKLOG),
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
  REOPEN_RATE("reopenRate", e -> Cases.reopenRate(e.tally()), Measure.REOPENED),
  SLA_ATTAINMENT(
      "slaAttainment",
      e -> Attainment.of(e.tally(), Promise.FIRST_RESPONSE, e.references().targets()),
      Measure.RESPONSE_TARGET),
  RESOLUTION_ATTAINMENT(
      "resolutionAttainment",
      e -> Attainment.of(e.tally(), Promise.RESOLUTION, e.references().targets()),
      Measure.RESOLUTION_TARGET);

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

  /** Whether what two windows say adds up, so that it can be prorated to another length. */
  boolean additive() {
    return switch (this) {
      case SUPPORT_COST, RATED_COST, TOTAL_COST, INCOME, PROFIT, CASES -> true;
      default -> false;
    };
  }

  /** Since when it is read, if that may be before the window. */
  Optional<Instant> since(References references) {
    Budget budget = references.budget();
    return switch (this) {
      case BACKLOG -> Optional.of(Window.ALL_TIME.from());
      case BURN_RATE -> Optional.ofNullable(budget).map(b -> b.period().from());
      default -> Optional.empty();
    };
  }

  Figure of(Evidence evidence) {
    return evidence.exchange().checked(formula.apply(evidence), evidence.spans());
  }
}
