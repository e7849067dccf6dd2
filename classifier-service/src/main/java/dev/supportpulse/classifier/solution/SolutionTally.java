package dev.supportpulse.classifier.solution;

import dev.supportpulse.classifier.statistics.SuccessRate;

/**
 * What became of a solution. A trial is one case, or an event without a case; the last thing that
 * was said of it counts.
 *
 * @param proposed events that suggest it
 * @param applied events that carry it out
 * @param helped trials in which it helped and the case was not reopened since
 * @param notHelped trials in which it did not help
 * @param reopened trials in which it was said to help, but the case was reopened since
 * @param verified of those in which it helped: the case has stayed resolved for long enough
 */
public record SolutionTally(
    String solutionId,
    long proposed,
    long applied,
    long helped,
    long notHelped,
    long reopened,
    long verified) {

  /** Trials with an outcome. */
  public long trials() {
    return helped + notHelped + reopened;
  }

  /**
   * How often it helps, as far as its trials tell.
   *
   * @param level probability of the interval, in (0, 1)
   */
  public SuccessRate effectiveness(double level) {
    return SuccessRate.of((double) helped, (double) (notHelped + reopened), level);
  }
}
