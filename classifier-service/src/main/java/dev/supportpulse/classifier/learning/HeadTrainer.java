package dev.supportpulse.classifier.learning;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.supportpulse.classifier.need.FeatureVector;
import dev.supportpulse.classifier.need.Heads;
import dev.supportpulse.classifier.need.LinearHeads;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Trains the heads: L2-regularised logistic regression, one category against the rest, by
 * liblinear's trust region Newton method (Lin, Weng and Keerthi 2008), which draws no random
 * numbers.
 */
final class HeadTrainer {

  private static final double PRECISION = 0.01;

  /** The score of a category of which there was no text: e^−10, practically never. */
  private static final double ABSENT = -10;

  private final Settings settings;

  HeadTrainer(Settings settings) {
    this.settings = settings;
    Linear.disableDebugOutput();
  }

  LinearHeads train(List<LabelledText> texts) {
    int[] buckets = vocabulary(texts);
    float[] idf = new float[buckets.length];
    TreeMap<Integer, Integer> rows = new TreeMap<>();
    for (int row = 0; row < buckets.length; row++) {
      rows.put(buckets[row], row);
    }
    int[] textsWith = new int[buckets.length];
    for (LabelledText text : texts) {
      forEachKnown(text.features(), rows, (i, row) -> textsWith[row]++);
    }
    for (int row = 0; row < idf.length; row++) {
      idf[row] = (float) (Math.log((1.0 + texts.size()) / (1.0 + textsWith[row])) + 1);
    }
    return heads(texts, buckets, idf, rows);
  }

  private LinearHeads heads(
      List<LabelledText> texts, int[] buckets, float[] idf, Map<Integer, Integer> rows) {
    int bias = buckets.length + 1;
    Problem problem = new Problem();
    problem.l = texts.size();
    problem.n = bias;
    problem.bias = 1;
    problem.x = new Feature[texts.size()][];
    problem.y = new double[texts.size()];
    int[] perLabel = new int[Heads.COUNT];
    for (int i = 0; i < texts.size(); i++) {
      int label = Heads.of(texts.get(i).label());
      problem.x[i] = weighted(texts.get(i).features(), idf, rows, bias);
      problem.y[i] = label;
      perLabel[label]++;
    }
    Model model = Linear.train(problem, parameter(perLabel, texts.size()));
    double[] weights = new double[buckets.length * Heads.COUNT];
    double[] biases = new double[Heads.COUNT];
    Arrays.fill(biases, ABSENT);
    double[] trained = model.getFeatureWeights();
    int[] labels = model.getLabels();
    for (int k = 0; k < labels.length; k++) {
      for (int row = 0; row < buckets.length; row++) {
        weights[row * Heads.COUNT + labels[k]] = trained[row * labels.length + k];
      }
      biases[labels[k]] = trained[buckets.length * labels.length + k];
    }
    return LinearHeads.quantised(buckets, idf, weights, biases);
  }

  private Parameter parameter(int[] perLabel, int texts) {
    Parameter parameter = new Parameter(SolverType.L2R_LR, settings.cost(), PRECISION);
    // liblinear refuses weights of labels that it doesn't meet.
    int[] labels =
        IntStream.range(0, perLabel.length).filter(label -> perLabel[label] > 0).toArray();
    double[] weights = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      double share = (double) texts / perLabel.length / perLabel[labels[i]];
      weights[i] = Math.pow(share, settings.classWeightPower());
    }
    parameter.setWeights(weights, labels);
    return parameter;
  }

  private int[] vocabulary(List<LabelledText> texts) {
    Map<Integer, Integer> textsWith = new TreeMap<>();
    for (LabelledText text : texts) {
      for (int i = 0; i < text.features().size(); i++) {
        textsWith.merge(text.features().bucket(i), 1, Integer::sum);
      }
    }
    return textsWith.entrySet().stream()
        .filter(term -> term.getValue() >= settings.minTexts())
        .mapToInt(Map.Entry::getKey)
        .toArray();
  }

  /** The values that {@link LinearHeads} computes when it reads, as liblinear wants them. */
  private static Feature[] weighted(
      FeatureVector text, float[] idf, Map<Integer, Integer> rows, int bias) {
    TreeMap<Integer, Double> values = new TreeMap<>();
    forEachKnown(text, rows, (i, row) -> values.put(row, (1 + Math.log(text.count(i))) * idf[row]));
    double norm = Math.sqrt(values.values().stream().mapToDouble(v -> v * v).sum());
    Feature[] features = new Feature[values.size() + 1];
    int n = 0;
    for (Map.Entry<Integer, Double> value : values.entrySet()) {
      features[n++] = new FeatureNode(value.getKey() + 1, value.getValue() / norm);
    }
    features[n] = new FeatureNode(bias, 1);
    return features;
  }

  private static void forEachKnown(FeatureVector text, Map<Integer, Integer> rows, Known known) {
    for (int i = 0; i < text.size(); i++) {
      Integer row = rows.get(text.bucket(i));
      if (row != null) {
        known.accept(i, row);
      }
    }
  }

  private interface Known {
    void accept(int term, int row);
  }
}
