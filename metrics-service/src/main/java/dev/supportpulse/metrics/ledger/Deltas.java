package dev.supportpulse.metrics.ledger;

import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.MeasureKey;
import dev.supportpulse.metrics.tally.Tally;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** By how much each minute bucket changes: what is added up while a batch is folded. */
final class Deltas {

  private final Map<Cell, Map<MeasureKey, Amount>> cells = new HashMap<>();

  /** That counts from now on. */
  void add(String project, Contribution contribution) {
    if (contribution.tally().isNone()) {
      return;
    }
    Map<MeasureKey, Amount> amounts =
        cells.computeIfAbsent(
            new Cell(project, contribution.minute(), contribution.dimensions()),
            cell -> new HashMap<>());
    contribution
        .tally()
        .amounts()
        .forEach((key, amount) -> amounts.merge(key, amount, Amount::plus));
  }

  /** That counts no longer. */
  void retract(String project, Contribution contribution) {
    add(
        project,
        new Contribution(
            contribution.minute(), contribution.dimensions(), contribution.tally().negated()));
  }

  /** What there is to add, in the order of the cells; without those that come to nothing. */
  NavigableMap<Cell, Tally> tallies() {
    NavigableMap<Cell, Tally> tallies = new TreeMap<>();
    cells.forEach(
        (cell, amounts) -> {
          Tally tally = new Tally(new TreeMap<>(amounts));
          if (!tally.isNone()) {
            tallies.put(cell, tally);
          }
        });
    return tallies;
  }
}
