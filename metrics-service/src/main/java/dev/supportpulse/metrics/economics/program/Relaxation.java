package dev.supportpulse.metrics.economics.program;

import java.util.List;

/**
 * The optimum of a program whose whole numbers may be any number between, and what its rows cost.
 *
 * @param values one per column
 * @param prices one per row: by how much the objective rises for each unit by which the row's bound
 *     that holds is raised; 0 where none holds
 */
public record Relaxation(double objective, List<Double> values, List<Double> prices) {
  public Relaxation {
    values = List.copyOf(values);
    prices = List.copyOf(prices);
  }
}
