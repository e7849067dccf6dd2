package dev.supportpulse.metrics.economics.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NoFeasibleSolutionException;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * The best worth of a small model, found another way: every choice of tools and staff is tried, and
 * for each the shares are found by the simplex of Apache Commons Math. Shares nothing with {@link
 * PlanProgram}: a choice of tools needs no reach.
 */
final class ExhaustiveSearch {

  private final SupportModel model;

  private ExhaustiveSearch(SupportModel model) {
    this.model = model;
  }

  /** Empty if no choice keeps every limit. */
  static OptionalDouble best(SupportModel model) {
    return new ExhaustiveSearch(model).search(List.of(), List.of());
  }

  private OptionalDouble search(List<Boolean> tools, List<Integer> staff) {
    OptionalDouble best = OptionalDouble.empty();
    if (tools.size() < model.tools().size()) {
      for (boolean on : new boolean[] {false, true}) {
        best = better(best, search(with(tools, on), staff));
      }
      return best;
    }
    if (staff.size() < model.teams().size()) {
      Team team = model.teams().get(staff.size());
      for (int people = team.least(); people <= team.most(); people++) {
        best = better(best, search(tools, with(staff, people)));
      }
      return best;
    }
    return shares(tools, staff);
  }

  private OptionalDouble shares(List<Boolean> tools, List<Integer> staff) {
    List<LinearConstraint> rows = new ArrayList<>();
    ranges(rows);
    double fixed = model.fixedCost();
    for (int k = 0; k < tools.size(); k++) {
      fixed += tools.get(k) ? model.tools().get(k).cost() : 0;
    }
    Limits limits = model.limits();
    for (int t = 0; t < staff.size(); t++) {
      Team team = model.teams().get(t);
      int people = staff.get(t);
      fixed += people * model.hours() * team.hourlyCost();
      double most =
          limits.firstResponse() == null
              ? people
              : ErlangC.highestLoad(people, team.serviceHours(), limits.firstResponse());
      rows.add(
          new LinearConstraint(
              factors(
                  tools, (way, each) -> team.modes().contains(way.mode()) ? each.staffHours() : 0),
              Relationship.LEQ,
              most * model.hours()));
    }
    if (limits.budget() != null) {
      rows.add(
          new LinearConstraint(
              factors(tools, (way, each) -> each.cost()),
              Relationship.LEQ,
              limits.budget() - fixed));
    }
    if (limits.quality() != null) {
      rows.add(
          new LinearConstraint(
              factors(tools, (way, each) -> each.quality()),
              Relationship.GEQ,
              limits.quality() * model.cases()));
    }
    double perCase = model.satisfactionWorth() / model.cases();
    LinearObjectiveFunction worth =
        new LinearObjectiveFunction(
            factors(
                tools, (way, each) -> each.income() - each.cost() + perCase * each.satisfaction()),
            model.fixedIncome() - fixed);
    try {
      return OptionalDouble.of(
          new SimplexSolver()
              .optimize(
                  new MaxIter(10_000),
                  worth,
                  new LinearConstraintSet(rows),
                  GoalType.MAXIMIZE,
                  new NonNegativeConstraint(true))
              .getValue());
    } catch (NoFeasibleSolutionException e) {
      return OptionalDouble.empty();
    }
  }

  private void ranges(List<LinearConstraint> rows) {
    int columns = model.demands().stream().mapToInt(demand -> demand.ways().size()).sum();
    int column = 0;
    for (Demand demand : model.demands()) {
      double[] all = new double[columns];
      for (Way way : demand.ways()) {
        double[] one = new double[columns];
        one[column] = 1;
        all[column] = 1;
        rows.add(new LinearConstraint(one, Relationship.GEQ, way.least()));
        rows.add(new LinearConstraint(one, Relationship.LEQ, way.most()));
        column++;
      }
      rows.add(new LinearConstraint(all, Relationship.EQ, 1));
    }
  }

  private double[] factors(List<Boolean> tools, PerCase perCase) {
    return model.demands().stream()
        .flatMap(
            demand ->
                demand.ways().stream()
                    .map(
                        way ->
                            demand.cases()
                                * perCase.of(way, CaseFigures.of(model, demand, way, tools))))
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private static OptionalDouble better(OptionalDouble one, OptionalDouble other) {
    if (one.isEmpty()) {
      return other;
    }
    return other.isEmpty()
        ? one
        : OptionalDouble.of(Math.max(one.getAsDouble(), other.getAsDouble()));
  }

  private static <T> List<T> with(List<T> list, T last) {
    List<T> longer = new ArrayList<>(list);
    longer.add(last);
    return longer;
  }

  /** A figure of one case. */
  @FunctionalInterface
  private interface PerCase {
    double of(Way way, CaseFigures each);
  }
}
