package dev.supportpulse.metrics.economics.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.supportpulse.metrics.economics.plan.Constraint.Kind;
import dev.supportpulse.metrics.economics.plan.Plan.Best;
import dev.supportpulse.metrics.economics.plan.Plan.Choice;
import dev.supportpulse.metrics.economics.plan.Plan.Infeasible;
import dev.supportpulse.metrics.economics.plan.Plan.Sensitivity;
import dev.supportpulse.metrics.ortools.OrToolsSolver;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The laws of a plan, on models of any shape. */
class PlannerTest {

  private static final int MODELS = 1000;

  private final Planner planner = new Planner(new OrToolsSolver(Duration.ofSeconds(20)));

  /** Also that what is planned is allowed, and never worth less than today where today is. */
  @Test
  void thePlanIsTheBestThatAnotherSearchFinds() {
    int feasible = 0;
    for (int seed = 0; seed < MODELS; seed++) {
      SupportModel model = new RandomModels(seed).small();
      OptionalDouble best = ExhaustiveSearch.best(model);
      Plan plan = planner.bare(model);
      if (best.isEmpty()) {
        assertThat(plan).as("model %d", seed).isInstanceOf(Infeasible.class);
        continue;
      }
      feasible++;
      Choice choice = choice(plan, seed);
      assertThat(choice.allowed()).as("model %d: %s", seed, choice.constraints()).isTrue();
      assertThat(choice.outcome().worth())
          .as("model %d", seed)
          .isEqualTo(
              best.getAsDouble(), within(1e-5 * Math.max(1000, Math.abs(best.getAsDouble()))));
      if (plan.today().allowed()) {
        assertThat(choice.outcome().worth())
            .as("model %d", seed)
            .isGreaterThanOrEqualTo(plan.today().outcome().worth());
      }
    }
    assertThat(feasible).isBetween(MODELS / 4, MODELS * 9 / 10);
  }

  @Test
  void anotherCurrencyUnitGivesTheSamePlan() {
    for (int seed = 0; seed < 100; seed++) {
      SupportModel model = new RandomModels(seed).small();
      for (double unit : new double[] {1e-4, 0.137, 1e6}) {
        assertSameWorth(seed, model, Rescaled.money(model, unit), unit);
      }
    }
  }

  @Test
  void anotherUnitOfTimeGivesTheSamePlan() {
    for (int seed = 0; seed < 100; seed++) {
      SupportModel model = new RandomModels(seed).small();
      assertSameWorth(seed, model, Rescaled.time(model, 1.0 / 24), 1);
      assertSameWorth(seed, model, Rescaled.time(model, 60), 1);
    }
  }

  /** What the closest choice breaks makes the model feasible if it gives way, and less doesn't. */
  @Test
  void whatHasToGiveWayIsEnoughAndTheLeast() {
    int infeasible = 0;
    int almost = 0;
    for (int seed = 0; seed < 300; seed++) {
      SupportModel model = new RandomModels(seed).small();
      if (planner.bare(model) instanceof Infeasible plan) {
        infeasible++;
        assertThat(plan.excesses()).as("model %d", seed).isNotEmpty();
        assertThat(planner.bare(Rescaled.relaxed(model, plan)))
            .as("model %d: %s", seed, plan.excesses())
            .isInstanceOf(Best.class);
        if (plan.excesses().stream().allMatch(PlannerTest::clearlyOfTheWhole)) {
          almost++;
          assertThat(planner.bare(almost(model, plan)))
              .as("model %d: %s", seed, plan.excesses())
              .isInstanceOf(Infeasible.class);
        }
      }
    }
    assertThat(infeasible).isGreaterThan(20);
    assertThat(almost).isGreaterThan(20);
  }

  /** The same model with nine tenths of what has to give way. */
  private static SupportModel almost(SupportModel model, Infeasible plan) {
    Limits limits = model.limits();
    for (Plan.Excess excess : plan.excesses()) {
      double limit = Objects.requireNonNull(excess.limit());
      double almost = limit + 0.9 * (excess.needed().orElseThrow() - limit);
      limits =
          excess.kind() == Kind.BUDGET ? limits.withBudget(almost) : limits.withQuality(almost);
    }
    return model.under(limits);
  }

  /**
   * A limit of one team's wait is a limit of the others', too, whose loosening nobody asked for.
   */
  private static boolean clearlyOfTheWhole(Plan.Excess excess) {
    return excess.kind() != Kind.FIRST_RESPONSE
        && excess.limit() != null
        && Math.abs(excess.needed().orElseThrow() / excess.limit() - 1) > 1e-3;
  }

  @Test
  void looseningALimitNeverCosts() {
    for (int seed = 0; seed < 60; seed++) {
      if (planner.plan(new RandomModels(seed).small(), Planner.Steps.DEFAULT)
          instanceof Best best) {
        assertThat(best.sensitivities())
            .allSatisfy(step -> assertThat(step.gain()).isGreaterThanOrEqualTo(0))
            .extracting(Sensitivity::kind)
            .doesNotHaveDuplicates();
      }
    }
  }

  private void assertSameWorth(int seed, SupportModel one, SupportModel other, double unit) {
    Plan plan = planner.bare(one);
    Plan rescaled = planner.bare(other);
    assertThat(rescaled.getClass()).as("model %d", seed).isEqualTo(plan.getClass());
    if (plan instanceof Best best && rescaled instanceof Best same) {
      double worth = best.choice().outcome().worth();
      assertThat(same.choice().outcome().worth() / unit)
          .as("model %d", seed)
          .isEqualTo(worth, within(1e-5 * Math.max(1000, Math.abs(worth))));
    }
  }

  private static Choice choice(Plan plan, int seed) {
    assertThat(plan).as("model %d", seed).isInstanceOf(Best.class);
    return ((Best) plan).choice();
  }
}
