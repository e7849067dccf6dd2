package dev.supportpulse.classifier.learning;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import dev.supportpulse.classifier.need.DenseHeads;
import dev.supportpulse.classifier.need.Language;
import dev.supportpulse.classifier.need.Standardisation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The features of the embeddings of one language.
 *
 * @param before how many features come before them
 */
record DenseBlock(Standardisation standard, int before) {

  /**
   * A block for each language that has embeddings and of which there are texts.
   *
   * @param before how many features come before the first block
   */
  static Map<Language, DenseBlock> of(
      Settings settings, List<? extends PreparedText> texts, Coordinates coordinates, int before) {
    Map<Language, DenseBlock> blocks = new EnumMap<>(Language.class);
    int next = before;
    for (Map.Entry<Language, Settings.Dense> dense : new TreeMap<>(settings.dense()).entrySet()) {
      List<float[]> points =
          texts.stream()
              .filter(text -> text.script() == dense.getKey())
              .map(text -> coordinates.of(text, dense.getValue().spaces()))
              .toList();
      if (!points.isEmpty()) {
        Standardisation standard = StandardFit.of(dense.getValue(), points);
        blocks.put(dense.getKey(), new DenseBlock(standard, next));
        next += standard.dimensions();
      }
    }
    return blocks;
  }

  /** How many features they have together. */
  static int dimensions(Map<Language, DenseBlock> blocks) {
    return blocks.values().stream().mapToInt(block -> block.standard().dimensions()).sum();
  }

  void weigh(float[] coordinates, List<Feature> row) {
    float[] values = standard.apply(coordinates);
    for (int i = 0; i < values.length; i++) {
      row.add(new FeatureNode(before + i + 1, values[i]));
    }
  }

  /**
   * Heads over these features.
   *
   * @param weights one row of a weight a head for each feature of all blocks and what comes before
   */
  DenseHeads heads(double[] weights, int count) {
    float[] own = new float[standard.dimensions() * count];
    for (int i = 0; i < own.length; i++) {
      own[i] = (float) weights[before * count + i];
    }
    return new DenseHeads(standard, own, count);
  }
}
