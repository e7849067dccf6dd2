package dev.supportpulse.metrics.economics.program;

import java.util.List;

/**
 * Maximise Σ gainⱼ·vⱼ, subject to leastᵢ ≤ Σ factorᵢⱼ·vⱼ ≤ mostᵢ for every row i and lowerⱼ ≤ vⱼ ≤
 * upperⱼ for every column j, where some columns take whole numbers only.
 */
public record Program(List<Column> columns, List<Row> rows) {

  public Program {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * A variable.
   *
   * @param lower finite
   * @param upper may be infinite
   * @param whole whether it takes whole numbers only
   * @param gain what one of it adds to the objective
   */
  public record Column(double lower, double upper, boolean whole, double gain) {}

  /**
   * A constraint on a weighted sum of variables.
   *
   * @param least −∞ for none
   * @param most ∞ for none
   */
  public record Row(List<Term> terms, double least, double most) {
    public Row {
      terms = List.copyOf(terms);
    }
  }

  /** One addend of a sum: {@code factor} times the column of that index. */
  public record Term(int column, double factor) {}
}
