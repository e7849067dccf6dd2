package dev.supportpulse.metrics.query;

import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;
import java.math.BigDecimal;
import java.util.Set;

/**
 * To which groups costs, incomes and usage go that don't name the dimensions grouped by. What can't
 * be spread stays in the group of the missing value.
 */
public enum Attribution {
  /** To none: they stay in the group of the missing value. */
  DIRECT,
  /** To all, in proportion to the cases opened and the feedbacks given in the same window. */
  VOLUME,
  /** To all, in proportion to the minutes of work of the cases resolved in the same window. */
  TIME;

  /** What the proportions are made of. */
  Set<Measure> measures() {
    return switch (this) {
      case DIRECT -> Set.of();
      case VOLUME -> Set.of(Measure.CASES, Measure.SENTIMENT);
      case TIME -> Set.of(Measure.EFFORT);
    };
  }

  /** The weight of a group, at least 0. */
  BigDecimal weight(Tally tally) {
    return switch (this) {
      case DIRECT -> BigDecimal.ZERO;
      case VOLUME ->
          BigDecimal.valueOf(tally.total(Measure.CASES).n() + tally.total(Measure.SENTIMENT).n());
      case TIME -> tally.total(Measure.EFFORT).sum().max(Amount.NONE.sum());
    };
  }
}
