package dev.supportpulse.classifier.drift;

import dev.supportpulse.classifier.need.Heads;
import dev.supportpulse.classifier.need.TextProfile;

/** The latest texts, held against a profile of others. Not safe for use by several threads. */
final class Window {

  /** How many texts are looked at together: a shift fills the window within so many. */
  static final int SIZE = 300;

  private final TextProfile then;
  private final int[] mix = new int[Heads.COUNT];
  private final int[] heads = new int[SIZE];
  private final double[] distances = new double[SIZE];
  private long texts;
  private double sum;

  Window(TextProfile then) {
    this.then = then;
  }

  void read(TextProfile.Read text) {
    int place = (int) (texts % SIZE);
    if (texts >= SIZE) {
      mix[heads[place]]--;
      sum -= distances[place];
    }
    heads[place] = text.head();
    distances[place] = then.distance(text.terms());
    mix[text.head()]++;
    sum += distances[place];
    texts++;
  }

  /** How far they are; LEARNING until there are enough. */
  Drift.Shift shift() {
    return texts < SIZE
        ? Drift.Shift.NONE
        : Drift.Shift.of(then.stabilityIndex(mix), then.shift(sum / SIZE));
  }
}
