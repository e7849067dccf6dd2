package dev.supportpulse.metrics.tally;

import java.util.Comparator;

/** One measure for one detail; the detail is empty where the measure has none. */
public record MeasureKey(Measure measure, String detail) implements Comparable<MeasureKey> {

  private static final Comparator<MeasureKey> ORDER =
      Comparator.comparing(MeasureKey::measure).thenComparing(MeasureKey::detail);

  @Override
  public int compareTo(MeasureKey other) {
    return ORDER.compare(this, other);
  }
}
