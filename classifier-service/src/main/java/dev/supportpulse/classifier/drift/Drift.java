package dev.supportpulse.classifier.drift;

/**
 * How far the latest texts are from those at the time when the model was put to work.
 *
 * @param state LEARNING until there is something to compare with, then STEADY or DRIFTED
 * @param texts read since the model was put to work
 * @param mix population stability index of the predicted categories: Σ (now − then) · ln (now /
 *     then); 0 if nothing changed, from 0.25 on it is called a large shift
 * @param features mean distance of the latest texts from the centre, less that at the time, in
 *     standard deviations of a text's distance; 0 if nothing changed, flagged from 0.5 on
 */
public record Drift(State state, long texts, double mix, double features) {

  /** From here on the mix of predictions is flagged (Siddiqi, "Credit Risk Scorecards", 2006). */
  public static final double LARGE_MIX = 0.25;

  /** From here on features are flagged; by chance they move about 0.08. */
  public static final double LARGE_FEATURES = 0.5;

  /** Nothing read yet. */
  static final Drift NONE = new Drift(State.LEARNING, 0, 0, 0);

  /** Whether it is worth a look. */
  public enum State {
    /** There are too few texts yet. */
    LEARNING,
    /** The latest texts are like those before. */
    STEADY,
    /** The latest texts are unlike those before, or predictions are. */
    DRIFTED
  }

  static Drift of(long texts, double mix, double features) {
    boolean large = mix >= LARGE_MIX || Math.abs(features) >= LARGE_FEATURES;
    return new Drift(large ? State.DRIFTED : State.STEADY, texts, mix, features);
  }
}
