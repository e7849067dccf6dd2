package dev.supportpulse.classifier.drift;

import dev.supportpulse.classifier.need.FeatureVector;
import dev.supportpulse.classifier.need.Heads;
import dev.supportpulse.classifier.need.NeedReading;
import dev.supportpulse.classifier.need.WeightedTerms;
import java.util.Arrays;

/**
 * Compares the latest texts with the first ones that a model read. The first {@value #CENTRE} give
 * the centre of their terms, the next {@value #SPREAD} how far from it texts are that had no part
 * in it, and the latest {@value #WINDOW} are held against both. A shift fills the window within
 * {@value #WINDOW} texts. Safe for use by several threads.
 */
public final class DriftMonitor {

  static final int CENTRE = 300;
  static final int SPREAD = 200;
  static final int WINDOW = 300;

  /** Terms are folded into so many sums: enough to tell vocabularies apart. */
  private static final int FOLDED_BITS = 12;

  private static final int FOLD = FeatureVector.BITS - FOLDED_BITS;

  /** A category that nobody predicted counts as this many texts, so that logarithms exist. */
  private static final double AT_LEAST = 0.5;

  private final float[] centre = new float[1 << FOLDED_BITS];
  private final int[] mixThen = new int[Heads.COUNT];
  private final int[] mixNow = new int[Heads.COUNT];
  private final int[] categories = new int[WINDOW];
  private final double[] distances = new double[WINDOW];
  private long texts;
  private double length;
  private double sumThen;
  private double squaresThen;
  private double sumNow;

  /** Forgets everything: another model was put to work. */
  public synchronized void restart() {
    Arrays.fill(centre, 0);
    Arrays.fill(mixThen, 0);
    Arrays.fill(mixNow, 0);
    texts = 0;
    sumThen = 0;
    squaresThen = 0;
    sumNow = 0;
  }

  /** Takes a text into account. */
  public synchronized void read(NeedReading reading) {
    int category = Heads.of(reading.need().category());
    if (texts < CENTRE) {
      add(reading.terms());
      mixThen[category]++;
    } else if (texts < CENTRE + SPREAD) {
      double distance = distance(reading.terms());
      sumThen += distance;
      squaresThen += distance * distance;
      mixThen[category]++;
    } else {
      slide(category, distance(reading.terms()));
    }
    texts++;
    if (texts == CENTRE) {
      double squares = 0;
      for (float sum : centre) {
        squares += (double) sum * sum;
      }
      length = Math.sqrt(squares);
    }
  }

  /** How far the latest texts are from the first ones. */
  public synchronized Drift drift() {
    long now = texts - CENTRE - SPREAD;
    if (now < WINDOW) {
      return new Drift(Drift.State.LEARNING, texts, 0, 0);
    }
    double mean = sumThen / SPREAD;
    double variance = Math.max(0, squaresThen / SPREAD - mean * mean);
    double features = variance == 0 ? 0 : (sumNow / WINDOW - mean) / Math.sqrt(variance);
    return Drift.of(texts, stabilityIndex(), features);
  }

  private void slide(int category, double distance) {
    long seen = texts - CENTRE - SPREAD;
    int place = (int) (seen % WINDOW);
    if (seen >= WINDOW) {
      mixNow[categories[place]]--;
      sumNow -= distances[place];
    }
    categories[place] = category;
    distances[place] = distance;
    mixNow[category]++;
    sumNow += distance;
  }

  private double stabilityIndex() {
    double index = 0;
    for (int head = 0; head < Heads.COUNT; head++) {
      double then = Math.max(AT_LEAST, mixThen[head]) / (CENTRE + SPREAD);
      double now = Math.max(AT_LEAST, mixNow[head]) / WINDOW;
      index += (now - then) * Math.log(now / then);
    }
    return index;
  }

  private void add(WeightedTerms text) {
    for (int i = 0; i < text.size(); i++) {
      centre[text.bucket(i) >>> FOLD] += text.value(i);
    }
  }

  /** 1 − cosine of the angle between the text and the centre; a text has length 1. */
  private double distance(WeightedTerms text) {
    double dot = 0;
    for (int i = 0; i < text.size(); i++) {
      dot += text.value(i) * centre[text.bucket(i) >>> FOLD];
    }
    return length == 0 ? 0 : 1 - dot / length;
  }
}
