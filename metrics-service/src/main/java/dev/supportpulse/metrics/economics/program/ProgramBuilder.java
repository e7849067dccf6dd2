package dev.supportpulse.metrics.economics.program;

import dev.supportpulse.metrics.economics.program.Program.Column;
import dev.supportpulse.metrics.economics.program.Program.Row;
import dev.supportpulse.metrics.economics.program.Program.Term;
import java.util.ArrayList;
import java.util.List;

/** Collects the columns and rows of a {@link Program}; both are known by their index. */
public final class ProgramBuilder {

  private final List<Column> columns = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();

  /** Adds a column that takes any number; returns its index. */
  public int number(double lower, double upper, double gain) {
    columns.add(new Column(lower, upper, false, gain));
    return columns.size() - 1;
  }

  /** Adds a column that is 0 or 1; returns its index. */
  public int choice(double gain) {
    columns.add(new Column(0, 1, true, gain));
    return columns.size() - 1;
  }

  /** Adds a row: the sum is at most that; returns its index. */
  public int atMost(double most, List<Term> terms) {
    return row(terms, Double.NEGATIVE_INFINITY, most);
  }

  /** Adds a row: the sum is at least that; returns its index. */
  public int atLeast(double least, List<Term> terms) {
    return row(terms, least, Double.POSITIVE_INFINITY);
  }

  /** Adds a row: the sum is exactly that; returns its index. */
  public int exactly(double value, List<Term> terms) {
    return row(terms, value, value);
  }

  public Program build() {
    return new Program(columns, rows);
  }

  private int row(List<Term> terms, double least, double most) {
    rows.add(new Row(terms, least, most));
    return rows.size() - 1;
  }
}
