package dev.supportpulse.benchmarks;

import java.util.Arrays;

/** The little statistics that figures need. */
final class Statistics {

  private Statistics() {}

  /** The value in the middle; the mean of the two in the middle, if their number is even. */
  static double median(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no values");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
