package dev.supportpulse.metrics.economics.plan;

import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.SupportMode;
import java.util.List;
import java.util.Set;

/**
 * The case of source 000 §4.3 as a model: 1,000 feedbacks with S = 0.2, costs of 50,000 fixed and
 * 40,000 variable and extra, income of 200,000. How that is made up of cases and modes, and what
 * the three strategies of the source could do, is assumed; docs/economics.md tells the assumptions.
 */
final class SourceCase {

  static final double INITIAL_SATISFACTION = 0.5;

  private static final Way FREE = new Way(SupportMode.FREE, 0.6, 0, 1, 0, 10, 0.5, 0.1, 0.6);
  private static final Way PAID = new Way(SupportMode.PAID, 0.4, 0, 0.5, 500, 85, 3, 0.35, 0.9);

  static final SupportModel MODEL =
      new SupportModel(
          2000,
          0,
          0,
          List.of(new Demand(NeedCategory.USAGE_QUESTION, "STANDARD", 1000, List.of(FREE, PAID))),
          List.of(
              new Tool(
                  "automatic-answers",
                  6000,
                  false,
                  List.of(
                      new Tool.Effect(Set.of(), Set.of(SupportMode.FREE), -4, -0.3, 0.1, 0.05)))),
          List.of(new Team("staff", Set.of(SupportMode.values()), 1.5, 25, 1, 3, 1)),
          new Limits(100_000.0, 8.0, 0.7),
          100_000);

  private SourceCase() {}
}
