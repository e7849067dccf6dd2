package dev.supportpulse.metrics.economics.plan;

import dev.supportpulse.metrics.economics.plan.Constraint.Kind;
import dev.supportpulse.metrics.economics.plan.Plan.ShadowPrice;
import dev.supportpulse.metrics.economics.program.Relaxation;
import dev.supportpulse.metrics.economics.program.Solver;
import java.util.ArrayList;
import java.util.List;

/** What the limits cost in the linear relaxation: the dual values of their rows. */
final class ShadowPrices {

  /** Step of the numerical derivative of the highest load, relative to the wait. */
  private static final double STEP = 1e-5;

  private final Solver solver;

  ShadowPrices(Solver solver) {
    this.solver = solver;
  }

  /** One per limit that is set; empty if the relaxation has no optimum. */
  List<ShadowPrice> of(SupportModel model) {
    PlanProgram program = PlanProgram.of(model);
    return solver
        .relax(program.program())
        .map(relaxation -> prices(model, program, relaxation))
        .orElse(List.of());
  }

  private static List<ShadowPrice> prices(
      SupportModel model, PlanProgram program, Relaxation relaxation) {
    List<ShadowPrice> prices = new ArrayList<>();
    Integer budget = program.budgetRow();
    if (budget != null) {
      prices.add(new ShadowPrice(Kind.BUDGET, relaxation.prices().get(budget)));
    }
    Double wait = model.limits().firstResponse();
    if (wait != null) {
      prices.add(new ShadowPrice(Kind.FIRST_RESPONSE, ofWaiting(model, program, relaxation, wait)));
    }
    Integer quality = program.qualityRow();
    if (quality != null) {
      prices.add(new ShadowPrice(Kind.QUALITY, -relaxation.prices().get(quality)));
    }
    return prices;
  }

  /**
   * The wait is in the factors of the levels of staff, not on the right-hand side of a row: its
   * price is Σ price of the team's load · hours · d highestLoad / d wait, with whatever part of
   * each further person the relaxation has.
   */
  private static double ofWaiting(
      SupportModel model, PlanProgram program, Relaxation relaxation, double wait) {
    double price = 0;
    for (int t = 0; t < model.teams().size(); t++) {
      Team team = model.teams().get(t);
      double before = loadPerHourOfWait(team, team.least(), wait);
      double more = before;
      int staff = team.least();
      for (double step : program.steps(t, relaxation.values())) {
        staff++;
        double slope = loadPerHourOfWait(team, staff, wait);
        more += step * (slope - before);
        before = slope;
      }
      price += relaxation.prices().get(program.loadRow(t)) * model.hours() * more;
    }
    return price;
  }

  private static double loadPerHourOfWait(Team team, int staff, double wait) {
    double step = wait * STEP;
    return (ErlangC.highestLoad(staff, team.serviceHours(), wait + step)
            - ErlangC.highestLoad(staff, team.serviceHours(), wait - step))
        / (2 * step);
  }
}
