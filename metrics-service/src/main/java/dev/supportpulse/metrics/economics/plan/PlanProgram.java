package dev.supportpulse.metrics.economics.plan;

import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.SupportMode;
import dev.supportpulse.metrics.economics.program.Program;
import dev.supportpulse.metrics.economics.program.Program.Term;
import dev.supportpulse.metrics.economics.program.ProgramBuilder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The model as a mixed-integer linear program.
 *
 * <pre>
 * x(d, w)     share of demand d supported in way w                         least … most
 * y(k)        tool k is on                                                 0 or 1
 * v(s)        cases within a scope of effects and in one team's hands, as  vmin … 1
 *             a share of the most that there can be
 * r(e, s)     cases that effect e changes there, likewise: y(k)·v(s),      0 … 1
 *             which the rows below make exact for y 0 and 1
 * u(t, c)     team t has at least c people at a time                       0 or 1
 * b, q, l(t)  how far budget, quality and team t's load are exceeded, as   0 …, in the elastic
 *             a share of the limit                                         program only
 *
 * shares      Σw x(d, w) = 1
 * level       u(t, c + 1) ≤ u(t, c)
 * load        Σ cases·hours·x + Σ hours·r ≤ hours · highestLoad(t, people of t)
 * volume      most·v = Σ cases·x
 * reach       vmin·y ≤ r ≤ y;  v − (1 − y) ≤ r ≤ v − vmin·(1 − y)      (McCormick 1976);
 *             r = y, without v, where the shares leave nothing to choose: vmin = 1
 * budget      fixed + Σ cases·cost·x + Σ cost·r + Σ cost·y + Σ hours·hourlyCost·people ≤ budget
 * quality     (Σ cases·quality·x + Σ quality·r) / cases ≥ floor
 * </pre>
 *
 * <p>The wait of a team isn't linear in its load, but rises with it: so for each number of people
 * the highest load that keeps the promise is worked out beforehand ({@link ErlangC#highestLoad}).
 */
final class PlanProgram {

  /** A share that is as good as none. */
  private static final double NOTHING = 1e-7;

  private final SupportModel model;
  private final double cases;
  private final boolean elastic;
  private final ProgramBuilder program = new ProgramBuilder();
  private final List<List<Integer>> shares = new ArrayList<>();
  private final List<Integer> tools = new ArrayList<>();
  private final Map<Scope, Integer> volumes = new HashMap<>();
  private final List<Reach> reaches = new ArrayList<>();
  private final List<List<Integer>> steps = new ArrayList<>();
  private final List<Integer> loadRows = new ArrayList<>();
  private @Nullable Integer budgetRow;
  private @Nullable Integer qualityRow;

  /** Ways of support: those of the categories (empty for all) and modes. */
  private record Scope(Set<NeedCategory> categories, Set<SupportMode> modes) {
    boolean holds(Demand demand, Way way) {
      return modes.contains(way.mode())
          && (categories.isEmpty()
              || (demand.category() != null && categories.contains(demand.category())));
    }
  }

  /** The cases of a scope that an effect changes: the column of their share of {@code most}. */
  private record Reach(int column, Tool.Effect effect, Scope scope, double most) {}

  private PlanProgram(SupportModel model, boolean elastic) {
    this.model = model;
    this.cases = model.cases();
    this.elastic = elastic;
    addShares();
    addTools();
    addTeams();
    addBudget();
    addQuality();
  }

  /** Maximises profit + λ·satisfaction, less what is fixed, within the limits. */
  static PlanProgram of(SupportModel model) {
    return new PlanProgram(model, false);
  }

  /** Minimises how far limits are exceeded: the sum of the excesses, each relative to its limit. */
  static PlanProgram elastic(SupportModel model) {
    return new PlanProgram(model, true);
  }

  Program program() {
    return program.build();
  }

  @Nullable Integer budgetRow() {
    return budgetRow;
  }

  @Nullable Integer qualityRow() {
    return qualityRow;
  }

  /** The row of a team's load, in hours of work. */
  int loadRow(int team) {
    return loadRows.get(team);
  }

  /** The values of a team's steps: how much of each person more than the fewest is there. */
  List<Double> steps(int team, List<Double> values) {
    return steps.get(team).stream().map(values::get).toList();
  }

  /** The choice that the values mean. */
  Mix mix(List<Double> values) {
    return new Mix(
        shares.stream().map(row -> summingToOne(row.stream().map(values::get).toList())).toList(),
        tools.stream().map(column -> values.get(column) > 0.5).toList(),
        IntStream.range(0, steps.size()).mapToObj(team -> staff(team, values)).toList());
  }

  private int staff(int team, List<Double> values) {
    long more = steps(team, values).stream().filter(step -> step > 0.5).count();
    return model.teams().get(team).least() + (int) more;
  }

  /** Without what the solver's tolerance leaves of 0: nobody has to be there for that. */
  private static List<Double> summingToOne(List<Double> values) {
    List<Double> shares =
        values.stream().map(value -> value < NOTHING ? 0 : Math.min(1, value)).toList();
    double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
    return shares.stream().map(share -> share / sum).toList();
  }

  /** What goes into the objective; the elastic program doesn't ask for profit. */
  private double gain(double profit, double satisfaction) {
    return elastic ? 0 : profit + model.satisfactionWorth() * satisfaction / cases;
  }

  private void addShares() {
    for (Demand demand : model.demands()) {
      List<Integer> row = new ArrayList<>();
      for (Way way : demand.ways()) {
        double gain = gain(way.income() - way.cost(), way.satisfaction());
        row.add(program.number(way.least(), way.most(), demand.cases() * gain));
      }
      shares.add(row);
      program.exactly(1, row.stream().map(column -> new Term(column, 1)).toList());
    }
  }

  private void addTools() {
    for (Tool tool : model.tools()) {
      int column = program.choice(gain(-tool.cost(), 0));
      tools.add(column);
      for (Tool.Effect effect : tool.effects()) {
        for (Set<SupportMode> hands : hands()) {
          Set<SupportMode> modes = EnumSet.copyOf(hands);
          if (!effect.modes().isEmpty()) {
            modes.retainAll(effect.modes());
          }
          Scope scope = new Scope(effect.categories(), modes);
          addReach(column, effect, scope);
        }
      }
    }
  }

  /** The modes of each team, and those of none: the work that a tool saves is saved by a team. */
  private List<Set<SupportMode>> hands() {
    List<Set<SupportMode>> hands = new ArrayList<>();
    Set<SupportMode> nobody = EnumSet.allOf(SupportMode.class);
    for (Team team : model.teams()) {
      hands.add(team.modes());
      nobody.removeAll(team.modes());
    }
    if (!nobody.isEmpty()) {
      hands.add(nobody);
    }
    return hands;
  }

  private void addReach(int tool, Tool.Effect effect, Scope scope) {
    Extent cases = Extent.of(model, (demand, way) -> scope.holds(demand, way) ? 1 : 0);
    double most = cases.most();
    if (most <= 0) {
      return;
    }
    int column = program.number(0, 1, most * gain(-effect.cost(), effect.satisfaction()));
    reaches.add(new Reach(column, effect, scope, most));
    Term reach = new Term(column, 1);
    double least = cases.least() / most;
    if (least >= 1 - NOTHING) {
      program.exactly(0, List.of(reach, new Term(tool, -1)));
      return;
    }
    Term volume = new Term(volumes.computeIfAbsent(scope, it -> addVolume(it, least, most)), -1);
    program.atMost(0, List.of(reach, new Term(tool, -1)));
    program.atLeast(0, List.of(reach, new Term(tool, -least)));
    program.atLeast(-1, List.of(reach, volume, new Term(tool, -1)));
    program.atMost(-least, List.of(reach, volume, new Term(tool, -least)));
  }

  private int addVolume(Scope scope, double least, double most) {
    int column = program.number(least, 1, 0);
    List<Term> cases = new ArrayList<>();
    cases.add(new Term(column, -most));
    forEachWay(
        (share, demand, way) -> {
          if (scope.holds(demand, way)) {
            cases.add(new Term(share, demand.cases()));
          }
        });
    program.exactly(0, cases);
    return column;
  }

  private void addTeams() {
    Double wait = model.limits().firstResponse();
    for (Team team : model.teams()) {
      List<Term> load = new ArrayList<>();
      forEachWay(
          (column, demand, way) -> {
            if (team.modes().contains(way.mode())) {
              load.add(new Term(column, demand.cases() * way.staffHours()));
            }
          });
      for (Reach reach : reaches) {
        if (team.modes().containsAll(reach.scope().modes())) {
          load.add(new Term(reach.column(), reach.most() * reach.effect().staffHours()));
        }
      }
      double work = mostWork(team);
      double least = model.hours() * highestLoad(team, team.least(), wait);
      double most = least;
      List<Integer> columns = new ArrayList<>();
      // Nobody has to be there for work that cannot come.
      for (int staff = team.least() + 1; staff <= team.most() && most < work; staff++) {
        int column = program.choice(gain(-model.hours() * team.hourlyCost(), 0));
        if (!columns.isEmpty()) {
          int before = columns.get(columns.size() - 1);
          program.atMost(0, List.of(new Term(column, 1), new Term(before, -1)));
        }
        double more = model.hours() * highestLoad(team, staff, wait) - most;
        load.add(new Term(column, -more));
        most += more;
        columns.add(column);
      }
      steps.add(columns);
      addExcess(load, -model.hours() * Math.max(1, highestLoad(team, team.most(), wait)));
      loadRows.add(program.atMost(least, load));
    }
  }

  /** Hours of work that a team has at most, whatever is chosen. */
  private double mostWork(Team team) {
    return Extent.of(
            model,
            (demand, way) ->
                team.modes().contains(way.mode())
                    ? way.staffHours() + mostAdded(demand, way.mode())
                    : 0)
        .most();
  }

  /** Hours of work that tools add to a case at most. */
  private double mostAdded(Demand demand, SupportMode mode) {
    double hours = 0;
    for (Tool tool : model.tools()) {
      for (Tool.Effect effect : tool.effects()) {
        hours += effect.reaches(demand, mode) ? Math.max(0, effect.staffHours()) : 0;
      }
    }
    return hours;
  }

  /** In erlangs. Without a promise a queue may grow, but not all work may be left undone. */
  static double highestLoad(Team team, int staff, @Nullable Double wait) {
    return wait == null ? staff : ErlangC.highestLoad(staff, team.serviceHours(), wait);
  }

  private void addBudget() {
    Double budget = model.limits().budget();
    if (budget == null) {
      return;
    }
    List<Term> cost = new ArrayList<>();
    forEachWay((column, demand, way) -> cost.add(new Term(column, demand.cases() * way.cost())));
    for (int k = 0; k < tools.size(); k++) {
      cost.add(new Term(tools.get(k), model.tools().get(k).cost()));
    }
    for (Reach reach : reaches) {
      cost.add(new Term(reach.column(), reach.most() * reach.effect().cost()));
    }
    double fixed = model.fixedCost();
    for (int t = 0; t < steps.size(); t++) {
      Team team = model.teams().get(t);
      double each = model.hours() * team.hourlyCost();
      fixed += team.least() * each;
      steps.get(t).forEach(column -> cost.add(new Term(column, each)));
    }
    addExcess(cost, -budget);
    budgetRow = program.atMost(budget - fixed, cost);
  }

  private void addQuality() {
    Double floor = model.limits().quality();
    if (floor == null) {
      return;
    }
    List<Term> quality = new ArrayList<>();
    forEachWay(
        (column, demand, way) ->
            quality.add(new Term(column, demand.cases() * way.quality() / cases)));
    for (Reach reach : reaches) {
      quality.add(new Term(reach.column(), reach.most() * reach.effect().quality() / cases));
    }
    addExcess(quality, floor);
    qualityRow = program.atLeast(floor, quality);
  }

  private void addExcess(List<Term> row, double limit) {
    if (elastic) {
      row.add(new Term(program.number(0, Double.POSITIVE_INFINITY, -1), limit));
    }
  }

  private void forEachWay(WayVisitor visitor) {
    for (int d = 0; d < shares.size(); d++) {
      Demand demand = model.demands().get(d);
      for (int w = 0; w < demand.ways().size(); w++) {
        visitor.visit(shares.get(d).get(w), demand, demand.ways().get(w));
      }
    }
  }

  /** Takes the column of a share. */
  @FunctionalInterface
  private interface WayVisitor {
    void visit(int column, Demand demand, Way way);
  }
}
