package dev.supportpulse.metrics.query;

import dev.supportpulse.metrics.reference.References;
import dev.supportpulse.metrics.tally.Tally;
import dev.supportpulse.metrics.window.Counted;
import java.util.List;

/**
 * What every figure of one window and group is computed from.
 *
 * @param spans the window, cut where a rate or the budget changes
 * @param tally the sum of the spans
 */
record Evidence(List<Counted> spans, Tally tally, References references) {

  static Evidence of(List<Counted> spans, References references) {
    Tally sum = spans.stream().map(Counted::tally).reduce(Tally.NONE, Tally::plus);
    return new Evidence(spans, sum, references);
  }
}
