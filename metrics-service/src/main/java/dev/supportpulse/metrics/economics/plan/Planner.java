package dev.supportpulse.metrics.economics.plan;

import dev.supportpulse.metrics.economics.plan.Constraint.Kind;
import dev.supportpulse.metrics.economics.plan.Plan.Best;
import dev.supportpulse.metrics.economics.plan.Plan.Choice;
import dev.supportpulse.metrics.economics.plan.Plan.Excess;
import dev.supportpulse.metrics.economics.plan.Plan.Sensitivity;
import dev.supportpulse.metrics.economics.program.Solution;
import dev.supportpulse.metrics.economics.program.Solver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Finds the best plan of a model, says what its limits cost, and why there is none. */
public final class Planner {

  /** An excess below this share of its limit is rounding. */
  private static final double ROUNDING = 1e-6;

  private final Solver solver;

  public Planner(Solver solver) {
    this.solver = solver;
  }

  /** The plan, with what each limit of it costs. */
  public Plan plan(SupportModel model, Steps steps) {
    Plan plan = bare(model);
    if (!(plan instanceof Best best)) {
      return plan;
    }
    return new Best(
        best.choice(),
        best.today(),
        best.proven(),
        new ShadowPrices(solver).of(model),
        sensitivities(model, steps, best.choice().outcome().worth()));
  }

  /** The plan alone. */
  public Plan bare(SupportModel model) {
    Choice today = Choice.of(model, Mix.today(model));
    PlanProgram program = PlanProgram.of(model);
    Solution solution = solver.solve(program.program());
    if (solution instanceof Solution.Found found) {
      Choice choice = Choice.of(model, program.mix(found.values()));
      return new Best(better(choice, today), today, found.proven(), List.of(), List.of());
    }
    if (solution instanceof Solution.Infeasible && !today.allowed()) {
      return infeasible(model, today);
    }
    return today.allowed()
        ? new Best(today, today, false, List.of(), List.of())
        : new Plan.GaveUp(today);
  }

  /** What is done already is kept unless something better was found, within the solver's gap. */
  private static Choice better(Choice choice, Choice today) {
    return today.allowed() && today.outcome().worth() >= choice.outcome().worth() ? today : choice;
  }

  private Plan infeasible(SupportModel model, Choice today) {
    PlanProgram program = PlanProgram.elastic(model);
    if (!(solver.solve(program.program()) instanceof Solution.Found found)) {
      return new Plan.GaveUp(today);
    }
    Choice closest = Choice.of(model, program.mix(found.values()));
    return new Plan.Infeasible(closest, today, excesses(model, closest.outcome()));
  }

  private static List<Excess> excesses(SupportModel model, Outcome outcome) {
    List<Excess> excesses = new ArrayList<>();
    for (Constraint constraint : Constraint.of(model, outcome)) {
      if (constraint.kind() != Kind.FIRST_RESPONSE && !constraint.kept()) {
        excesses.add(
            new Excess(constraint.kind(), null, constraint.limit(), constraint.value(), null));
      }
    }
    Double wait = model.limits().firstResponse();
    for (Outcome.Manning manning : outcome.teams()) {
      Team team = manning.team();
      double most = PlanProgram.highestLoad(team, manning.staff(), wait);
      if (manning.load() > most + ROUNDING * Math.max(1, most)) {
        int needed =
            wait == null
                ? (int) Math.ceil(manning.load())
                : ErlangC.fewestStaff(manning.load(), team.serviceHours(), wait);
        excesses.add(
            new Excess(Kind.FIRST_RESPONSE, team.name(), wait, manning.meanWait(), needed));
      }
    }
    return excesses;
  }

  private List<Sensitivity> sensitivities(SupportModel model, Steps steps, double worth) {
    List<Sensitivity> sensitivities = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      steps
          .loosened(model.limits(), kind)
          .ifPresent(
              loosened ->
                  worth(model.under(loosened.limits()))
                      .ifPresent(
                          then ->
                              sensitivities.add(
                                  new Sensitivity(
                                      kind, loosened.step(), Math.max(0, then - worth)))));
    }
    return sensitivities;
  }

  private OptionalDouble worth(SupportModel model) {
    return bare(model) instanceof Best best
        ? OptionalDouble.of(best.choice().outcome().worth())
        : OptionalDouble.empty();
  }

  /**
   * By how much limits are loosened to see what that brings.
   *
   * @param budget as a share of the budget, greater than 0
   * @param firstResponse as a share of the longest wait, greater than 0
   * @param quality as a share of cases, greater than 0
   */
  public record Steps(double budget, double firstResponse, double quality) {

    /** One per cent more budget, a tenth more time, one case in a hundred less quality. */
    public static final Steps DEFAULT = new Steps(0.01, 0.1, 0.01);

    record Loosened(Limits limits, double step) {}

    Optional<Loosened> loosened(Limits limits, Kind kind) {
      return switch (kind) {
        case BUDGET ->
            Optional.ofNullable(limits.budget())
                .map(b -> new Loosened(limits.withBudget(b * (1 + budget)), b * budget));
        case FIRST_RESPONSE ->
            Optional.ofNullable(limits.firstResponse())
                .map(
                    r ->
                        new Loosened(
                            limits.withFirstResponse(r * (1 + firstResponse)), r * firstResponse));
        case QUALITY ->
            Optional.ofNullable(limits.quality())
                .filter(q -> q > quality)
                .map(q -> new Loosened(limits.withQuality(q - quality), quality));
      };
    }
  }
}
