package dev.supportpulse.classifier.need;

/**
 * Turns a text into a point of a space in which texts of like meaning lie near each other. Any text
 * has a point. Safe for use by several threads.
 */
public interface Embedder {

  /**
   * Names the space and all that decides where a text lies in it: numbers of another space mean
   * nothing to a model.
   */
  String space();

  /** How many coordinates a point has. */
  int dimensions();

  /** The point of a text, in a new array. */
  float[] embed(String text);
}
