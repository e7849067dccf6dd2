package dev.supportpulse.classifier.mode;

import java.time.Duration;

/**
 * The working time that cases took, of those that tell it.
 *
 * @param cases how many they are
 * @param median not negative
 * @param total not negative
 */
public record PastEffort(long cases, Duration median, Duration total) {

  /** No case told. */
  public static final PastEffort NONE = new PastEffort(0, Duration.ZERO, Duration.ZERO);

  /** What a case takes on average; zero if there are none. */
  Duration mean() {
    return cases == 0 ? Duration.ZERO : total.dividedBy(cases);
  }
}
