package dev.supportpulse.benchmarks;

import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.SupportMode;
import dev.supportpulse.metrics.economics.plan.Demand;
import dev.supportpulse.metrics.economics.plan.Limits;
import dev.supportpulse.metrics.economics.plan.Mix;
import dev.supportpulse.metrics.economics.plan.Outcome;
import dev.supportpulse.metrics.economics.plan.Plan;
import dev.supportpulse.metrics.economics.plan.Planner;
import dev.supportpulse.metrics.economics.plan.SupportModel;
import dev.supportpulse.metrics.economics.plan.Team;
import dev.supportpulse.metrics.economics.plan.Tool;
import dev.supportpulse.metrics.economics.plan.Way;
import dev.supportpulse.metrics.ortools.OrToolsSolver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * How long a plan takes: 1,400 needs in three modes are 4,200 shares, with ten tools and forty
 * levels of staff, under three limits that bind. Every plan is of another model.
 *
 * @param p50 milliseconds until half of the plans were there
 * @param max the same for the slowest
 * @param wholeP50 the same with shadow prices and sensitivities, which take three more plans
 * @param wholeMax the same for the slowest
 * @param unproven plans of which the time ran out before nothing better was left
 */
record PlanSpeed(
    int plans, int shares, double p50, double max, double wholeP50, double wholeMax, int unproven) {

  /** Milliseconds that a plan may take. */
  static final double TARGET = 1000;

  private static final List<NeedCategory> CATEGORIES = List.of(NeedCategory.values());
  private static final int NEEDS = 1400;
  private static final int TOOLS = 10;
  private static final int LEVELS = 40;
  private static final double HOURS = 720;
  private static final int WARM_UP = 3;

  /** Plans so many models, one after the other. */
  static PlanSpeed measure(int plans) {
    Planner planner = new Planner(new OrToolsSolver(Duration.ofSeconds(60)));
    for (int seed = 0; seed < WARM_UP; seed++) {
      planner.bare(model(new Random(-1 - seed)));
    }
    Histogram bare = new Histogram(3);
    Histogram whole = new Histogram(3);
    int unproven = 0;
    for (int seed = 0; seed < plans; seed++) {
      SupportModel model = model(new Random(seed));
      Plan plan = timed(bare, () -> planner.bare(model));
      timed(whole, () -> planner.plan(model, Planner.Steps.DEFAULT));
      if (!(plan instanceof Plan.Best best && best.proven())) {
        unproven++;
      }
    }
    return new PlanSpeed(
        plans,
        NEEDS * SupportMode.values().length,
        bare.getValueAtPercentile(50) / 1e6,
        bare.getMaxValue() / 1e6,
        whole.getValueAtPercentile(50) / 1e6,
        whole.getMaxValue() / 1e6,
        unproven);
  }

  private static Plan timed(Histogram latency, Supplier<Plan> planning) {
    long start = System.nanoTime();
    Plan plan = planning.get();
    latency.recordValue(System.nanoTime() - start);
    return plan;
  }

  /** With a little more budget and quality than today's. */
  private static SupportModel model(Random random) {
    List<Demand> demands =
        IntStream.range(0, NEEDS).mapToObj(need -> demand(need, random)).toList();
    double load = 0;
    for (Demand demand : demands) {
      for (Way way : demand.ways()) {
        load += demand.cases() * way.shareToday() * way.staffHours() / HOURS;
      }
    }
    int least = Math.max(1, (int) load - LEVELS / 2);
    Team team =
        new Team(
            "everybody", Set.of(SupportMode.values()), 1.2, 35, least, least + LEVELS - 1, null);
    List<Tool> tools = IntStream.range(0, TOOLS).mapToObj(tool -> tool(tool, random)).toList();
    SupportModel model =
        new SupportModel(
            HOURS, 0, 0, demands, tools, List.of(team), new Limits(null, 0.5, null), 200_000);
    Outcome today = Outcome.of(model, Mix.today(model));
    return model.under(new Limits(today.cost().total() * 1.02, 0.5, today.quality() * 1.01));
  }

  private static Demand demand(int index, Random random) {
    List<SupportMode> modes = List.of(SupportMode.values());
    double[] shares = random.doubles(modes.size(), 0.2, 1.2).toArray();
    double sum = Arrays.stream(shares).sum();
    List<Way> ways = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      SupportMode mode = modes.get(i);
      boolean free = mode == SupportMode.FREE;
      double share = shares[i] / sum;
      ways.add(
          new Way(
              mode,
              share,
              Math.max(0, share - 0.3),
              Math.min(1, share + 0.3),
              free ? 0 : between(50, 200, random),
              between(5, 25, random),
              free ? between(0.2, 0.5, random) : between(0.6, 1.6, random),
              between(-0.2, 0.4, random),
              between(0.4, 0.75, random)));
    }
    return new Demand(
        CATEGORIES.get(index % CATEGORIES.size()),
        "tier-" + index / CATEGORIES.size(),
        between(5, 65, random),
        ways);
  }

  private static Tool tool(int index, Random random) {
    return new Tool(
        "tool-" + index,
        between(2000, 10_000, random),
        random.nextBoolean(),
        List.of(
            new Tool.Effect(
                Set.of(CATEGORIES.get(index % CATEGORIES.size())),
                Set.of(),
                -between(0, 1, random),
                -between(0, 0.05, random),
                between(0, 0.03, random),
                between(0, 0.02, random))));
  }

  private static double between(double least, double most, Random random) {
    return least + (most - least) * random.nextDouble();
  }
}
