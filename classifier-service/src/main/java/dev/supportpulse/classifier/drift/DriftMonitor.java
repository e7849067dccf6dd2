package dev.supportpulse.classifier.drift;

import dev.supportpulse.classifier.need.Heads;
import dev.supportpulse.classifier.need.NeedReading;
import dev.supportpulse.classifier.need.TextProfile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares the latest texts with those that a model was trained on, and with the first ones that it
 * read: {@value #CENTRE} of them give the centre, {@value #SPREAD} more how far from it texts are.
 * Safe for use by several threads.
 */
public final class DriftMonitor {

  static final int CENTRE = 300;
  static final int SPREAD = 200;

  private final List<TextProfile.Read> first = new ArrayList<>();
  private Window sinceTraining;
  private @Nullable Window sinceStart;
  private long texts;

  /**
   * Has read nothing yet.
   *
   * @param training what the texts that the model was trained on are like
   */
  public DriftMonitor(TextProfile training) {
    this.sinceTraining = new Window(training);
  }

  /** Forgets everything: another model was put to work. */
  public synchronized void restart(TextProfile training) {
    first.clear();
    sinceTraining = new Window(training);
    sinceStart = null;
    texts = 0;
  }

  /** Takes a text into account. */
  public synchronized void read(NeedReading reading) {
    TextProfile.Read text =
        new TextProfile.Read(Heads.of(reading.need().category()), reading.terms());
    texts++;
    sinceTraining.read(text);
    if (sinceStart != null) {
      sinceStart.read(text);
      return;
    }
    first.add(text);
    if (first.size() == CENTRE + SPREAD) {
      TextProfile start =
          TextProfile.of(first.subList(0, CENTRE), first.subList(CENTRE, CENTRE + SPREAD));
      sinceStart = new Window(start);
      first.clear();
    }
  }

  /** How far the latest texts are from both. */
  public synchronized Drift drift() {
    Drift.Shift start = sinceStart == null ? Drift.Shift.NONE : sinceStart.shift();
    return new Drift(texts, sinceTraining.shift(), start);
  }
}
