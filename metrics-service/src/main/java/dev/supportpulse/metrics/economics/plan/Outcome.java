package dev.supportpulse.metrics.economics.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a choice comes to in the model, worked out from the choice alone.
 *
 * @param income P, in currency for the period
 * @param cost C = its parts, in currency for the period
 * @param satisfaction S: mean net satisfaction over the cases, in [−1, 1]
 * @param quality mean quality over the cases, in [0, 1]
 * @param teams in the order of the model
 * @param worth what is maximised: profit + λ·S, in currency
 */
public record Outcome(
    double income,
    Cost cost,
    double satisfaction,
    double quality,
    List<Manning> teams,
    double worth) {

  public Outcome {
    teams = List.copyOf(teams);
  }

  /** C, by what it is spent on; in currency. */
  public record Cost(double fixed, double cases, double tools, double staff) {
    public double total() {
      return fixed + cases + tools + staff;
    }
  }

  /**
   * A team at work.
   *
   * @param staff people at a time
   * @param hours that they are there altogether
   * @param load in erlangs
   * @param meanWait hours until somebody takes up a case; empty if the queue grows without end
   */
  public record Manning(Team team, int staff, double hours, double load, OptionalDouble meanWait) {}

  /** R = P − C, in currency. */
  public double profit() {
    return income - cost.total();
  }

  /** E = (S − S₀) / |S₀| (requirements §2); empty at S₀ = 0. */
  public OptionalDouble effect(double before) {
    return before == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((satisfaction - before) / Math.abs(before));
  }

  /** The outcome of that choice. */
  public static Outcome of(SupportModel model, Mix mix) {
    double income = model.fixedIncome();
    double caseCost = 0;
    double satisfaction = 0;
    double quality = 0;
    double all = model.cases();
    for (int d = 0; d < model.demands().size(); d++) {
      Demand demand = model.demands().get(d);
      for (int w = 0; w < demand.ways().size(); w++) {
        double cases = demand.cases() * mix.shares().get(d).get(w);
        CaseFigures each = CaseFigures.of(model, demand, demand.ways().get(w), mix.toolsOn());
        income += cases * each.income();
        caseCost += cases * each.cost();
        satisfaction += cases * each.satisfaction() / all;
        quality += cases * each.quality() / all;
      }
    }
    double tools = 0;
    for (int k = 0; k < model.tools().size(); k++) {
      tools += mix.toolsOn().get(k) ? model.tools().get(k).cost() : 0;
    }
    List<Manning> teams = new ArrayList<>();
    double staff = 0;
    for (int t = 0; t < model.teams().size(); t++) {
      Manning manning = manning(model, mix, t);
      teams.add(manning);
      staff += manning.hours() * manning.team().hourlyCost();
    }
    Cost cost = new Cost(model.fixedCost(), caseCost, tools, staff);
    return new Outcome(
        income,
        cost,
        satisfaction,
        quality,
        teams,
        income - cost.total() + model.satisfactionWorth() * satisfaction);
  }

  private static Manning manning(SupportModel model, Mix mix, int index) {
    Team team = model.teams().get(index);
    int staff = mix.staff().get(index);
    double load = Workload.of(model, mix.shares(), mix.toolsOn(), team);
    return new Manning(
        team,
        staff,
        staff * model.hours(),
        load,
        load == 0 ? OptionalDouble.of(0) : ErlangC.meanWait(staff, load, team.serviceHours()));
  }
}
