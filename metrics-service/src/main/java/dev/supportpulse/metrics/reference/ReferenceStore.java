package dev.supportpulse.metrics.reference;

import dev.supportpulse.metrics.cost.Budget;
import dev.supportpulse.metrics.cost.ExchangeTable;
import dev.supportpulse.metrics.cost.RateCard;
import dev.supportpulse.metrics.efficiency.Targets;
import dev.supportpulse.metrics.satisfaction.Baseline;
import java.util.Optional;

/** Keeps reference data; every change is audited in the same transaction. */
public interface ReferenceStore extends ReferenceData {

  /** The targets of the project, empty if none are set. */
  Optional<Targets> targets(String project);

  /** Replaces the baseline. */
  void put(String project, Baseline baseline, Change change);

  /** Replaces the weights. */
  void put(String project, FigureWeights weights, Change change);

  /** Adds a version of the rate card, or replaces the one of the same day. */
  void put(String project, RateCard card, Change change);

  /** Adds a table of exchange rates, or replaces the one of the same currency and day. */
  void put(String project, ExchangeTable table, Change change);

  /** Replaces the budget. */
  void put(String project, Budget budget, Change change);

  /** Replaces the targets, and counts the project's cases under the new ones. */
  void put(String project, Targets targets, Change change);
}
