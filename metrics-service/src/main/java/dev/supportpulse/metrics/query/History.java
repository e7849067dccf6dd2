package dev.supportpulse.metrics.query;

import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.MeasureKey;
import dev.supportpulse.metrics.tally.Tally;
import dev.supportpulse.metrics.window.Counted;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Running totals of one group, for figures that reach back before their window. */
final class History {

  private final NavigableMap<Instant, Tally> totals = new TreeMap<>();

  /**
   * Adds up.
   *
   * @param spans ascending, without gaps
   * @param measures what is added up
   */
  History(List<Counted> spans, Set<Measure> measures) {
    Tally total = Tally.NONE;
    for (Counted span : spans) {
      totals.put(span.window().from(), total);
      total = total.plus(only(span.tally(), measures));
      totals.put(span.window().to(), total);
    }
  }

  /** What was counted from one end of a span to another. */
  Tally between(Instant from, Instant to) {
    return at(to).plus(at(from).negated());
  }

  /** What was counted before that end of a span. */
  Tally until(Instant to) {
    return at(to);
  }

  private Tally at(Instant end) {
    Tally total = totals.get(end);
    if (total == null) {
      throw new IllegalArgumentException("no span ends at " + end);
    }
    return total;
  }

  private static Tally only(Tally tally, Set<Measure> measures) {
    NavigableMap<MeasureKey, Amount> kept = new TreeMap<>(tally.amounts());
    kept.keySet().removeIf(key -> !measures.contains(key.measure()));
    return new Tally(kept);
  }
}
