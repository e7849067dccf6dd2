package dev.supportpulse.metrics.figure;

import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;
import java.math.BigDecimal;

/** Tallies for tests, in few words. */
public final class Tallies {

  private Tallies() {}

  /** n observations that sum to that, of one measure and detail. */
  public static Tally tally(Measure measure, String detail, long n, String sum) {
    return Tally.of(measure.of(detail), new Amount(n, new BigDecimal(sum)));
  }

  /** The sum. */
  public static Tally all(Tally... tallies) {
    Tally sum = Tally.NONE;
    for (Tally tally : tallies) {
      sum = sum.plus(tally);
    }
    return sum;
  }
}
