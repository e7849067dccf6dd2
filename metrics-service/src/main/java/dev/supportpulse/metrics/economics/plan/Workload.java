package dev.supportpulse.metrics.economics.plan;

import java.util.List;

/** How much work a choice of shares and tools gives a team. */
final class Workload {

  private Workload() {}

  /** The load of a team in erlangs: hours of work that come in per hour. */
  static double of(
      SupportModel model, List<List<Double>> shares, List<Boolean> toolsOn, Team team) {
    double hours = 0;
    for (int d = 0; d < model.demands().size(); d++) {
      Demand demand = model.demands().get(d);
      for (int w = 0; w < demand.ways().size(); w++) {
        Way way = demand.ways().get(w);
        if (team.modes().contains(way.mode())) {
          hours +=
              demand.cases()
                  * shares.get(d).get(w)
                  * CaseFigures.of(model, demand, way, toolsOn).staffHours();
        }
      }
    }
    return hours / model.hours();
  }
}
