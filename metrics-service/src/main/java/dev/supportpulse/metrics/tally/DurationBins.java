package dev.supportpulse.metrics.tally;

import java.time.Duration;

/**
 * Logarithmic bins for durations, mergeable and exactly retractable, which a t-digest isn't. Bin i
 * holds the durations in (γ^(i−1), γ^i] seconds, γ = (1 + α) / (1 − α) with α = 0.01; its
 * representative 2γ^i / (γ + 1) is within 1 % of every duration in it. Bin 0 holds all up to one
 * second. About 860 bins reach one year.
 *
 * <p>Source: DDSketch, Masson, Rim and Lee, PVLDB 12(12), 2019, §2.1.
 */
public final class DurationBins {

  private static final double GAMMA = 1.01 / 0.99;
  private static final double LOG_GAMMA = Math.log(GAMMA);

  private DurationBins() {}

  /** The bin of a duration; negative durations are not expected and fall into bin 0. */
  public static int binOf(Duration duration) {
    double seconds = duration.toMillis() / 1000.0;
    return seconds <= 1 ? 0 : (int) Math.ceil(Math.log(seconds) / LOG_GAMMA);
  }

  /** What stands for every duration of the bin, in seconds. */
  public static double representativeSeconds(int bin) {
    return bin == 0 ? 1 : 2 * Math.pow(GAMMA, bin) / (GAMMA + 1);
  }
}
