package dev.supportpulse.metrics.economics.plan;

import dev.supportpulse.metrics.economics.plan.Constraint.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same models in other units, or with limits that gave way. */
final class Rescaled {

  private Rescaled() {}

  /** Every amount times that. */
  static SupportModel money(SupportModel model, double unit) {
    return scaled(model, unit, 1);
  }

  /** Every duration times that. */
  static SupportModel time(SupportModel model, double unit) {
    return scaled(model, 1, unit);
  }

  /** With every limit as it would have to be, and as many people. */
  static SupportModel relaxed(SupportModel model, Plan.Infeasible plan) {
    double grace = 1 + 1e-6;
    @Nullable Double budget = model.limits().budget();
    @Nullable Double quality = model.limits().quality();
    List<Team> teams = model.teams();
    for (Plan.Excess excess : plan.excesses()) {
      if (excess.kind() == Kind.BUDGET) {
        budget = excess.needed().orElseThrow() * grace;
      } else if (excess.kind() == Kind.QUALITY) {
        quality = excess.needed().orElseThrow() / grace;
      } else {
        // Who has to be hired for it costs nothing here: the budget is another limit.
        teams =
            teams.stream()
                .map(team -> team.name().equals(excess.team()) ? hired(team, excess) : team)
                .toList();
      }
    }
    return new SupportModel(
        model.hours(),
        model.fixedCost(),
        model.fixedIncome(),
        model.demands(),
        model.tools(),
        teams,
        new Limits(budget, model.limits().firstResponse(), quality),
        model.satisfactionWorth());
  }

  private static Team hired(Team team, Plan.Excess excess) {
    Integer needed = excess.staffNeeded();
    if (needed == null) {
      throw new AssertionError("a wait says how many people it needs");
    }
    return new Team(
        team.name(), team.modes(), team.serviceHours(), 0, team.least(), needed + 1, team.today());
  }

  private static SupportModel scaled(SupportModel model, double money, double time) {
    Limits limits = model.limits();
    return new SupportModel(
        model.hours() * time,
        model.fixedCost() * money,
        model.fixedIncome() * money,
        model.demands().stream()
            .map(
                demand ->
                    new Demand(
                        demand.category(),
                        demand.tier(),
                        demand.cases(),
                        demand.ways().stream().map(way -> scaled(way, money, time)).toList()))
            .toList(),
        model.tools().stream().map(tool -> scaled(tool, money, time)).toList(),
        model.teams().stream()
            .map(
                team ->
                    new Team(
                        team.name(),
                        team.modes(),
                        team.serviceHours() * time,
                        team.hourlyCost() * money / time,
                        team.least(),
                        team.most(),
                        team.today()))
            .toList(),
        new Limits(
            times(limits.budget(), money), times(limits.firstResponse(), time), limits.quality()),
        model.satisfactionWorth() * money);
  }

  private static Way scaled(Way way, double money, double time) {
    return new Way(
        way.mode(),
        way.shareToday(),
        way.least(),
        way.most(),
        way.income() * money,
        way.cost() * money,
        way.staffHours() * time,
        way.satisfaction(),
        way.quality());
  }

  private static Tool scaled(Tool tool, double money, double time) {
    return new Tool(
        tool.name(),
        tool.cost() * money,
        tool.onToday(),
        tool.effects().stream()
            .map(
                effect ->
                    new Tool.Effect(
                        effect.categories(),
                        effect.modes(),
                        effect.cost() * money,
                        effect.staffHours() * time,
                        effect.satisfaction(),
                        effect.quality()))
            .toList());
  }

  private static @Nullable Double times(@Nullable Double value, double factor) {
    return value == null ? null : value * factor;
  }
}
