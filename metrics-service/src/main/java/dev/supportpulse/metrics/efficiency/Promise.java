package dev.supportpulse.metrics.efficiency;

import dev.supportpulse.metrics.tally.Measure;

/** What a target can be set for: a case is answered, or resolved, within it. */
public enum Promise {
  FIRST_RESPONSE(Measure.RESPONSE_TARGET),
  RESOLUTION(Measure.RESOLUTION_TARGET);

  private final Measure measure;

  Promise(Measure measure) {
    this.measure = measure;
  }

  /** What cases are counted under once they have kept the promise or broken it. */
  public Measure measure() {
    return measure;
  }
}
