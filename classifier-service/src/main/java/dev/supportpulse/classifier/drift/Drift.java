package dev.supportpulse.classifier.drift;

/**
 * How far the latest texts are from others.
 *
 * @param texts read since the model was put to work
 * @param training from those that the model was trained on. A project of its own kind is far from
 *     them from the beginning: there the model knows less than its card says
 * @param start from those that came first when the model was put to work: what has changed since
 */
public record Drift(long texts, Shift training, Shift start) {

  /** From here on the mix of predictions is flagged (Siddiqi, "Credit Risk Scorecards", 2006). */
  public static final double LARGE_MIX = 0.25;

  /** From here on features are flagged; by chance they move about 0.08. */
  public static final double LARGE_FEATURES = 0.5;

  /** Whether it is worth a look. */
  public enum State {
    /** There are too few texts yet. */
    LEARNING,
    /** The latest texts are like the others. */
    STEADY,
    /** The latest texts are unlike the others, or predictions are. */
    DRIFTED
  }

  /**
   * How far texts are from others.
   *
   * @param mix population stability index of the predicted categories: Σ (now − then) · ln (now /
   *     then); 0 if nothing changed, from 0.25 on it is called a large shift
   * @param features mean distance of the latest texts from the centre, less that of the others, in
   *     standard deviations of a text's distance; 0 if nothing changed, flagged from 0.5 on
   */
  public record Shift(State state, double mix, double features) {

    /** Too few texts. */
    static final Shift NONE = new Shift(State.LEARNING, 0, 0);

    static Shift of(double mix, double features) {
      boolean large = mix >= LARGE_MIX || Math.abs(features) >= LARGE_FEATURES;
      return new Shift(large ? State.DRIFTED : State.STEADY, mix, features);
    }
  }
}
