package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.need.Heads;
import dev.supportpulse.classifier.need.ProjectHeads;
import dev.supportpulse.classifier.need.WeightedTerms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Trains the heads of one project: the weights that make its corrections likeliest, beside texts
 * that it should read as before, without moving far from the shared model. The loss is the cross
 * entropy of the shifted probabilities plus a quadratic penalty, which is convex; liblinear can't
 * be asked, since it knows no offset per text.
 *
 * <p>Full-batch AdaGrad (Duchi, Hazan and Singer 2011), a fixed number of steps, no random numbers:
 * the same examples in the same order give the same heads to the last bit.
 */
final class ProjectTrainer {

  private static final int HEADS = Heads.COUNT;
  private static final int STEPS = 120;
  private static final double RATE = 0.5;

  /** λ: moving the log odds of a text by d costs λ/2 · d². */
  private static final double PENALTY = 0.05;

  /** How much a text that should be read as before counts beside a correction. */
  private static final double REHEARSAL = 0.3;

  /** What decides the heads besides the examples. */
  static final String SETTINGS = "adagrad/" + STEPS + "/" + RATE + "/" + PENALTY + "/" + REHEARSAL;

  private ProjectTrainer() {}

  /**
   * Heads over the terms of the corrections.
   *
   * @param corrections of the project
   * @param rehearsed texts of which it is known what they are about anyway
   */
  static ProjectHeads train(List<Example> corrections, List<Example> rehearsed) {
    int[] buckets = buckets(corrections);
    List<Row> rows = new ArrayList<>();
    corrections.forEach(text -> rows.add(Row.of(text, buckets, 1)));
    rehearsed.forEach(text -> rows.add(Row.of(text, buckets, REHEARSAL)));
    double[] weights = new double[buckets.length * HEADS];
    double[] squares = new double[weights.length];
    double[] gradient = new double[weights.length];
    for (int step = 0; step < STEPS; step++) {
      for (int i = 0; i < weights.length; i++) {
        gradient[i] = PENALTY * weights[i];
      }
      rows.forEach(row -> row.addGradient(weights, gradient));
      for (int i = 0; i < weights.length; i++) {
        squares[i] += gradient[i] * gradient[i];
        if (squares[i] > 0) {
          weights[i] -= RATE * gradient[i] / Math.sqrt(squares[i]);
        }
      }
    }
    return rounded(buckets, weights);
  }

  private static int[] buckets(List<Example> corrections) {
    TreeSet<Integer> all = new TreeSet<>();
    for (Example text : corrections) {
      for (int i = 0; i < text.terms().size(); i++) {
        all.add(text.terms().bucket(i));
      }
    }
    return all.stream().mapToInt(Integer::intValue).toArray();
  }

  private static ProjectHeads rounded(int[] buckets, double[] weights) {
    double highest = Arrays.stream(weights).map(Math::abs).max().orElse(0);
    float scale = highest == 0 ? 1 : (float) (highest / Short.MAX_VALUE);
    short[] rounded = new short[weights.length];
    for (int i = 0; i < weights.length; i++) {
      rounded[i] = (short) Math.round(weights[i] / scale);
    }
    return new ProjectHeads(buckets, rounded, scale);
  }

  /** A text as training sees it: places and values of the terms that have weights. */
  private static final class Row {

    private final Example text;
    private final int[] places;
    private final float[] values;
    private final double weight;

    private Row(Example text, int[] places, float[] values, double weight) {
      this.text = text;
      this.places = places;
      this.values = values;
      this.weight = weight;
    }

    static Row of(Example text, int[] buckets, double weight) {
      WeightedTerms terms = text.terms();
      int[] places = new int[terms.size()];
      float[] values = new float[terms.size()];
      int known = 0;
      for (int i = 0; i < terms.size(); i++) {
        int place = Arrays.binarySearch(buckets, terms.bucket(i));
        if (place >= 0) {
          places[known] = place * HEADS;
          values[known++] = terms.value(i);
        }
      }
      return new Row(text, Arrays.copyOf(places, known), Arrays.copyOf(values, known), weight);
    }

    void addGradient(double[] weights, double[] gradient) {
      double[] shift = new double[HEADS];
      for (int i = 0; i < places.length; i++) {
        for (int head = 0; head < HEADS; head++) {
          shift[head] += values[i] * weights[places[i] + head];
        }
      }
      double total = 0;
      for (int head = 0; head < HEADS; head++) {
        shift[head] = text.shared(head) * Math.exp(shift[head]);
        total += shift[head];
      }
      for (int head = 0; head < HEADS; head++) {
        double wanted = head == Heads.of(text.label()) ? 1 : 0;
        double error = weight * (shift[head] / total - wanted);
        for (int i = 0; i < places.length; i++) {
          gradient[places[i] + head] += error * values[i];
        }
      }
    }
  }
}
