package dev.supportpulse.metrics.efficiency;

import dev.supportpulse.metrics.figure.Figure;
import dev.supportpulse.metrics.figure.Ratios;
import dev.supportpulse.metrics.figure.Reason;
import dev.supportpulse.metrics.tally.Tally;

/**
 * How often a promise was kept: done within the target / (done or overdue), in [0, 1], of the cases
 * opened in the window (design §8). Time counts while support is open and the case waits for it.
 */
public final class Attainment {

  private Attainment() {}

  /** Absent without a target, or if no case is done or overdue yet. */
  public static Figure of(Tally tally, Promise promise, Targets targets) {
    return targets.of(promise) == null
        ? Figure.absent(Reason.NO_TARGET)
        : Ratios.of(tally.total(promise.measure()));
  }
}
