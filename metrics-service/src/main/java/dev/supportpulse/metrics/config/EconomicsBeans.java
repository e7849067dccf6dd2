package dev.supportpulse.metrics.config;

import dev.supportpulse.metrics.economics.history.DayReader;
import dev.supportpulse.metrics.economics.plan.Planner;
import dev.supportpulse.metrics.ortools.OrToolsSolver;
import dev.supportpulse.metrics.query.TallyReader;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the economics core together with its adapters. */
final class EconomicsBeans {

  private EconomicsBeans() {}

  @Produces
  @Singleton
  static Planner planner(EconomicsConfig config) {
    return new Planner(new OrToolsSolver(config.solverTimeout()));
  }

  @Produces
  @Singleton
  static DayReader dayReader(TallyReader tallies, QueryConfig config) {
    return new DayReader(tallies, config.maxBuckets());
  }
}
