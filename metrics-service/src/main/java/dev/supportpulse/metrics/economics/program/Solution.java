package dev.supportpulse.metrics.economics.program;

import java.util.List;

/** What solving a {@link Program} comes to. */
public sealed interface Solution {

  /**
   * The best values, or the best that were found in time.
   *
   * @param objective Σ gain·value
   * @param values one per column
   * @param proven whether nothing better exists (within the solver's gap); false if time ran out
   */
  record Found(double objective, List<Double> values, boolean proven) implements Solution {
    public Found {
      values = List.copyOf(values);
    }
  }

  /** No values keep every row. */
  record Infeasible() implements Solution {}

  /**
   * The solver gave up before it found any values; nothing is said about whether there are some.
   */
  record GaveUp() implements Solution {}
}
