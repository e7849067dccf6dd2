package dev.supportpulse.metrics.efficiency;

import dev.supportpulse.metrics.figure.Figure;
import dev.supportpulse.metrics.figure.Fraction;
import dev.supportpulse.metrics.figure.Reason;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.DurationBins;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How long cases wait: for the first response, or for the resolution. */
public final class CaseDurations {

  private CaseDurations() {}

  /**
   * The exact mean, and percentiles by nearest rank within 1 % ({@link DurationBins}).
   *
   * @param measure {@link Measure#FIRST_RESPONSE} or {@link Measure#RESOLUTION_TIME}
   */
  public static Figure of(Tally tally, Measure measure) {
    Amount total = tally.total(measure);
    if (total.n() == 0) {
      return Figure.absent(Reason.NO_DATA);
    }
    SortedMap<Integer, Long> bins = new TreeMap<>();
    tally
        .details(measure)
        .forEach((bin, amount) -> bins.merge(Integer.valueOf(bin), amount.n(), Long::sum));
    return new Figure.Durations(
        Fraction.of(total.sum()).over(Fraction.of(total.n())),
        total.n(),
        percentile(bins, total.n(), 50),
        percentile(bins, total.n(), 90),
        percentile(bins, total.n(), 95),
        percentile(bins, total.n(), 99));
  }

  /** The bin that holds the observation of rank ⌈p·n⌉. */
  private static double percentile(SortedMap<Integer, Long> bins, long n, int percent) {
    long rank = (n * percent + 99) / 100;
    long seen = 0;
    for (Map.Entry<Integer, Long> bin : bins.entrySet()) {
      seen += bin.getValue();
      if (seen >= rank) {
        return DurationBins.representativeSeconds(bin.getKey());
      }
    }
    throw new IllegalStateException("the bins hold fewer than n durations");
  }
}
