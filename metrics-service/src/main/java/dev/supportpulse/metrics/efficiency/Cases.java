package dev.supportpulse.metrics.efficiency;

import dev.supportpulse.metrics.figure.Figure;
import dev.supportpulse.metrics.figure.Ratios;
import dev.supportpulse.metrics.figure.Reason;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;

/**
 * Figures of support cases, each counted in the minute of its opening whatever happens to it later
 * (design §8).
 */
public final class Cases {

  private Cases() {}

  /** Cases opened. */
  public static Figure opened(Tally tally) {
    long opened = tally.total(Measure.CASES).n();
    return opened == 0 ? Figure.absent(Reason.NO_DATA) : new Figure.Count(opened);
  }

  /**
   * Cases open at one instant: those opened or reopened before it and not resolved again.
   *
   * @param history everything counted before the instant; absent if no case was ever opened
   */
  public static Figure backlog(Tally history) {
    Amount changes = history.total(Measure.BACKLOG);
    return changes.n() == 0
        ? Figure.absent(Reason.NO_DATA)
        : new Figure.Count(changes.sum().longValueExact());
  }

  /** SE = resolved cases / cases, in [0, 1] (requirements §2, source 001 §4). */
  public static Figure supportEfficiency(Tally tally) {
    return Ratios.of(tally.total(Measure.CASES));
  }

  /** Cases ever reopened / cases ever resolved, in [0, 1]. */
  public static Figure reopenRate(Tally tally) {
    return Ratios.of(tally.total(Measure.REOPENED));
  }
}
