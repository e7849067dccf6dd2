package dev.supportpulse.classifier.need;

import java.util.Arrays;
import java.util.List;

/**
 * What some texts are like together, to hold others against: how often they are about each
 * category, the centre of their terms, and how far from it a text usually is.
 *
 * <p>Terms are folded into {@value #FOLDED} sums: enough to tell vocabularies apart. The distance
 * of a text is 1 − the cosine of the angle between its terms and the centre.
 */
public final class TextProfile {

  private static final int FOLDED_BITS = 12;
  private static final int FOLDED = 1 << FOLDED_BITS;
  private static final int FOLD = FeatureVector.BITS - FOLDED_BITS;

  /** A category that no text is about counts as this many, so that logarithms exist. */
  private static final double AT_LEAST = 0.5;

  private final int[] categories;
  private final float[] centre;
  private final double distance;
  private final double deviation;

  /**
   * A profile.
   *
   * @param categories how many texts are about each, in the order of {@link Heads}
   * @param centre of length 1, or all 0
   * @param distance the mean distance of a text from it
   * @param deviation the standard deviation of that
   */
  TextProfile(int[] categories, float[] centre, double distance, double deviation) {
    if (categories.length != Heads.COUNT || centre.length != FOLDED) {
      throw new IllegalArgumentException(
          "need one count a category and " + FOLDED + " coordinates");
    }
    this.categories = categories.clone();
    this.centre = centre.clone();
    this.distance = distance;
    this.deviation = deviation;
  }

  /**
   * A text.
   *
   * @param head the place of the category that it is about, or that was predicted for it
   */
  public record Read(int head, WeightedTerms terms) {}

  /**
   * The profile of texts.
   *
   * @param middle texts that give the centre
   * @param others texts that had no part in it, which tell how far from it texts are; at least one
   */
  public static TextProfile of(List<Read> middle, List<Read> others) {
    int[] categories = new int[Heads.COUNT];
    float[] centre = new float[FOLDED];
    for (Read text : middle) {
      categories[text.head()]++;
      for (int i = 0; i < text.terms().size(); i++) {
        centre[text.terms().bucket(i) >>> FOLD] += text.terms().value(i);
      }
    }
    double squares = 0;
    for (float sum : centre) {
      squares += (double) sum * sum;
    }
    float length = squares == 0 ? 1 : (float) Math.sqrt(squares);
    for (int i = 0; i < centre.length; i++) {
      centre[i] /= length;
    }
    others.forEach(text -> categories[text.head()]++);
    double[] distances =
        others.stream().mapToDouble(text -> distance(centre, text.terms())).toArray();
    double mean = Arrays.stream(distances).average().orElseThrow();
    double variance =
        Arrays.stream(distances).map(d -> (d - mean) * (d - mean)).average().orElseThrow();
    return new TextProfile(categories, centre, mean, Math.sqrt(variance));
  }

  /** How far a text is from the centre, in [0, 1]. */
  public double distance(WeightedTerms text) {
    return distance(centre, text);
  }

  private static double distance(float[] centre, WeightedTerms text) {
    double dot = 0;
    for (int i = 0; i < text.size(); i++) {
      dot += text.value(i) * centre[text.bucket(i) >>> FOLD];
    }
    return 1 - dot;
  }

  /**
   * How far other texts are from the centre, less than how far these are, in standard deviations of
   * one text's distance; 0 if all of these are equally far.
   *
   * @param mean distance of the others
   */
  public double shift(double mean) {
    return deviation == 0 ? 0 : (mean - distance) / deviation;
  }

  /**
   * The population stability index of the categories of other texts: Σ (now − then) · ln (now /
   * then); 0 if the shares are the same.
   *
   * @param now how many of them are about each, in the order of {@link Heads}
   */
  public double stabilityIndex(int[] now) {
    double index = 0;
    double textsThen = Arrays.stream(categories).sum();
    double textsNow = Arrays.stream(now).sum();
    for (int head = 0; head < Heads.COUNT; head++) {
      double shareThen = Math.max(AT_LEAST, categories[head]) / textsThen;
      double shareNow = Math.max(AT_LEAST, now[head]) / textsNow;
      index += (shareNow - shareThen) * Math.log(shareNow / shareThen);
    }
    return index;
  }

  int texts(int head) {
    return categories[head];
  }

  /** How many coordinates the centre has. */
  static int dimensions() {
    return FOLDED;
  }

  float centre(int coordinate) {
    return centre[coordinate];
  }

  double distance() {
    return distance;
  }

  double deviation() {
    return deviation;
  }
}
