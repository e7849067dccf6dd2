package dev.supportpulse.metrics.economics.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.metrics.economics.program.Solver;
import dev.supportpulse.metrics.ortools.OrToolsSolver;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Shadow prices are the slopes of the relaxation's optimum. */
class ShadowPricesTest {

  private static final double STEP = 1e-4;

  private final Solver solver = new OrToolsSolver(Duration.ofSeconds(20));

  /**
   * At a kink the slopes to both sides differ, and the price is between them; elsewhere all three
   * are one.
   */
  @Test
  void agreeWithFiniteDifferences() {
    int prices = 0;
    for (int seed = 0; seed < 400; seed++) {
      SupportModel model = new RandomModels(seed).small();
      Limits limits = model.limits();
      for (Plan.ShadowPrice price : new ShadowPrices(solver).of(model)) {
        double tight;
        double loose;
        switch (price.kind()) {
          case BUDGET -> {
            double budget = orZero(limits.budget());
            tight = slope(model, limits.withBudget(budget * (1 - STEP)), budget * STEP);
            loose = -slope(model, limits.withBudget(budget * (1 + STEP)), budget * STEP);
          }
          case FIRST_RESPONSE -> {
            double wait = orZero(limits.firstResponse());
            tight = slope(model, limits.withFirstResponse(wait * (1 - STEP)), wait * STEP);
            loose = -slope(model, limits.withFirstResponse(wait * (1 + STEP)), wait * STEP);
          }
          default -> {
            double floor = orZero(limits.quality());
            tight = slope(model, limits.withQuality(floor * (1 + STEP)), floor * STEP);
            loose = -slope(model, limits.withQuality(floor * (1 - STEP)), floor * STEP);
          }
        }
        if (Double.isNaN(tight) || Double.isNaN(loose)) {
          continue;
        }
        double tolerance = 1e-3 * Math.max(Math.abs(tight), Math.abs(loose)) + 1e-3;
        assertThat(price.price())
            .as("model %d, %s, slopes %s and %s", seed, price.kind(), loose, tight)
            .isBetween(Math.min(loose, tight) - tolerance, Math.max(loose, tight) + tolerance);
        prices += price.price() > 1e-6 ? 1 : 0;
      }
    }
    assertThat(prices).isGreaterThan(50);
  }

  /** What tightening a limit costs for each unit; not a number if that leaves nothing feasible. */
  private double slope(SupportModel model, Limits limits, double step) {
    return solver
        .relax(PlanProgram.of(model.under(limits)).program())
        .map(relaxed -> (relaxed(model) - relaxed.objective()) / step)
        .orElse(Double.NaN);
  }

  private double relaxed(SupportModel model) {
    return solver.relax(PlanProgram.of(model).program()).orElseThrow().objective();
  }

  private static double orZero(@Nullable Double limit) {
    return limit == null ? 0 : limit;
  }
}
