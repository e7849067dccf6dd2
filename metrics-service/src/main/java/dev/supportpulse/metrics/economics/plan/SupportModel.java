package dev.supportpulse.metrics.economics.plan;

import dev.supportpulse.events.SupportMode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What support could look like in a period. Every amount is in one currency, every duration in
 * hours; another unit of either gives the same plan.
 *
 * @param hours that staff are there in the period; greater than 0
 * @param fixedCost what the period costs whatever is chosen, in currency
 * @param fixedIncome what the period brings whatever is chosen, in currency
 * @param satisfactionWorth λ: what it is worth to raise mean net satisfaction by 1, in currency for
 *     the period; at least 0
 */
public record SupportModel(
    double hours,
    double fixedCost,
    double fixedIncome,
    List<Demand> demands,
    List<Tool> tools,
    List<Team> teams,
    Limits limits,
    double satisfactionWorth) {

  private static final double ROUNDING = 1e-9;

  public SupportModel {
    demands = List.copyOf(demands);
    tools = List.copyOf(tools);
    teams = List.copyOf(teams);
    BadModel.check(hours > 0 && Double.isFinite(hours), "hours", "greater than 0");
    BadModel.finite("fixedCost", fixedCost);
    BadModel.finite("fixedIncome", fixedIncome);
    BadModel.atLeast("satisfactionWorth", satisfactionWorth, 0);
    BadModel.check(
        demands.stream().mapToDouble(Demand::cases).sum() > 0, "demands", "more than 0 cases");
    Set<SupportMode> served = new HashSet<>();
    for (Team team : teams) {
      for (SupportMode mode : team.modes()) {
        BadModel.check(served.add(mode), "teams", "no mode with two teams, unlike " + mode);
      }
    }
    for (Demand demand : demands) {
      for (Way way : demand.ways()) {
        checkReach(demand, way, tools);
      }
    }
  }

  /** All cases of the period. */
  public double cases() {
    return demands.stream().mapToDouble(Demand::cases).sum();
  }

  /** Who works on the cases of that mode; empty if nobody does. */
  Optional<Team> team(SupportMode mode) {
    return teams.stream().filter(team -> team.modes().contains(mode)).findFirst();
  }

  /** The same under other limits. */
  public SupportModel under(Limits others) {
    return new SupportModel(
        hours, fixedCost, fixedIncome, demands, tools, teams, others, satisfactionWorth);
  }

  /** No choice of tools may leave the range of a figure. */
  private static void checkReach(Demand demand, Way way, List<Tool> tools) {
    double hours = way.staffHours();
    double worst = way.satisfaction();
    double best = way.satisfaction();
    double lowest = way.quality();
    double highest = way.quality();
    for (Tool tool : tools) {
      for (Tool.Effect effect : tool.effects()) {
        if (effect.reaches(demand, way.mode())) {
          hours += Math.min(0, effect.staffHours());
          worst += Math.min(0, effect.satisfaction());
          best += Math.max(0, effect.satisfaction());
          lowest += Math.min(0, effect.quality());
          highest += Math.max(0, effect.quality());
        }
      }
    }
    String where = " (%s, %s, %s)".formatted(demand.category(), demand.tier(), way.mode().name());
    BadModel.check(
        hours >= -ROUNDING,
        "tools",
        "such that all together save no more hours than a case takes" + where);
    BadModel.check(
        worst >= -1 - ROUNDING && best <= 1 + ROUNDING,
        "tools",
        "such that every choice leaves satisfaction from -1 to 1" + where);
    BadModel.check(
        lowest >= -ROUNDING && highest <= 1 + ROUNDING,
        "tools",
        "such that every choice leaves quality from 0 to 1" + where);
  }
}
