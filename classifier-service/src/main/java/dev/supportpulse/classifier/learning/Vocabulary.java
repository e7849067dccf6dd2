package dev.supportpulse.classifier.learning;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import dev.supportpulse.classifier.need.FeatureVector;
import dev.supportpulse.classifier.need.LinearHeads;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The terms that training texts share, and how much each tells by how few texts have it. */
final class Vocabulary {

  private final int[] buckets;
  private final float[] idf;
  private final Map<Integer, Integer> rows;

  private Vocabulary(int[] buckets, float[] idf, Map<Integer, Integer> rows) {
    this.buckets = buckets;
    this.idf = idf;
    this.rows = rows;
  }

  /** The terms that occur in at least so many of these texts. */
  static Vocabulary of(List<FeatureVector> texts, int minTexts) {
    TreeMap<Integer, Integer> textsWith = new TreeMap<>();
    for (FeatureVector text : texts) {
      for (int i = 0; i < text.size(); i++) {
        textsWith.merge(text.bucket(i), 1, Integer::sum);
      }
    }
    textsWith.values().removeIf(count -> count < minTexts);
    int[] buckets = new int[textsWith.size()];
    float[] idf = new float[textsWith.size()];
    TreeMap<Integer, Integer> rows = new TreeMap<>();
    for (Map.Entry<Integer, Integer> term : textsWith.entrySet()) {
      int row = rows.size();
      buckets[row] = term.getKey();
      idf[row] = (float) (Math.log((1.0 + texts.size()) / (1.0 + term.getValue())) + 1);
      rows.put(term.getKey(), row);
    }
    return new Vocabulary(buckets, idf, rows);
  }

  int size() {
    return buckets.length;
  }

  /**
   * Adds the values that {@link LinearHeads} computes when it reads, as liblinear wants them.
   *
   * @param before how many features come before those of this vocabulary
   */
  void weigh(FeatureVector text, int before, List<Feature> into) {
    TreeMap<Integer, Double> values = new TreeMap<>();
    for (int i = 0; i < text.size(); i++) {
      Integer row = rows.get(text.bucket(i));
      if (row != null) {
        values.put(row, (1 + Math.log(text.count(i))) * idf[row]);
      }
    }
    double norm = Math.sqrt(values.values().stream().mapToDouble(v -> v * v).sum());
    values.forEach((row, value) -> into.add(new FeatureNode(before + row + 1, value / norm)));
  }

  /**
   * Heads over these terms.
   *
   * @param weights one row of a weight a head for each feature, those of this vocabulary from
   *     {@code before} on
   */
  LinearHeads heads(double[] weights, int before, double[] biases) {
    int heads = biases.length;
    double[] own = new double[size() * heads];
    System.arraycopy(weights, before * heads, own, 0, own.length);
    return LinearHeads.quantised(buckets, idf, own, biases);
  }
}
