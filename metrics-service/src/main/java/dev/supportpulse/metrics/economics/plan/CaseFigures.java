package dev.supportpulse.metrics.economics.plan;

import java.util.List;

/** What one case comes to on average in one way of support, with the tools that are on. */
record CaseFigures(
    double income, double cost, double staffHours, double satisfaction, double quality) {

  static CaseFigures of(SupportModel model, Demand demand, Way way, List<Boolean> toolsOn) {
    double cost = way.cost();
    double staffHours = way.staffHours();
    double satisfaction = way.satisfaction();
    double quality = way.quality();
    for (int k = 0; k < model.tools().size(); k++) {
      if (toolsOn.get(k)) {
        for (Tool.Effect effect : model.tools().get(k).effects()) {
          if (effect.reaches(demand, way.mode())) {
            cost += effect.cost();
            staffHours += effect.staffHours();
            satisfaction += effect.satisfaction();
            quality += effect.quality();
          }
        }
      }
    }
    return new CaseFigures(way.income(), cost, Math.max(0, staffHours), satisfaction, quality);
  }
}
