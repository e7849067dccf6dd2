package dev.supportpulse.metrics.economics.plan;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Between what a weighted sum over the cases of a model lies, whatever shares are chosen. */
record Extent(double least, double most) {

  /** What a case of a need weighs if it is supported in that way. */
  @FunctionalInterface
  interface Weight {
    double of(Demand demand, Way way);
  }

  static Extent of(SupportModel model, Weight weight) {
    double least = 0;
    double most = 0;
    for (Demand demand : model.demands()) {
      least -= demand.cases() * highest(demand, way -> -weight.of(demand, way));
      most += demand.cases() * highest(demand, way -> weight.of(demand, way));
    }
    return new Extent(least, most);
  }

  /** Each way has its least share; what is left of the cases goes where it weighs most. */
  private static double highest(Demand demand, ToDoubleFunction<Way> weight) {
    List<Way> heaviestFirst =
        demand.ways().stream().sorted(Comparator.comparingDouble(weight).reversed()).toList();
    double left = 1 - demand.ways().stream().mapToDouble(Way::least).sum();
    double sum = 0;
    for (Way way : heaviestFirst) {
      double more = Math.min(left, way.most() - way.least());
      sum += (way.least() + more) * weight.applyAsDouble(way);
      left -= more;
    }
    return sum;
  }
}
