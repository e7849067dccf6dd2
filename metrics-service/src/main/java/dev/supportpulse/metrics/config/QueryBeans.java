package dev.supportpulse.metrics.config;

import dev.supportpulse.metrics.query.FigureService;
import dev.supportpulse.metrics.query.LogEndsSource;
import dev.supportpulse.metrics.query.QueryLimits;
import dev.supportpulse.metrics.query.TallyReader;
import dev.supportpulse.metrics.reference.ReferenceData;
import dev.supportpulse.metrics.window.Retention;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the query core together with its adapters. */
final class QueryBeans {

  private QueryBeans() {}

  @Produces
  @Singleton
  static FigureService figureService(
      TallyReader tallies, ReferenceData references, LogEndsSource log, QueryConfig config) {
    Retention retention = new Retention(config.minutesKept(), config.quarterHoursKept());
    QueryLimits limits = new QueryLimits(config.maxBuckets(), config.maxCells());
    return new FigureService(tallies, references, log, retention, limits);
  }
}
