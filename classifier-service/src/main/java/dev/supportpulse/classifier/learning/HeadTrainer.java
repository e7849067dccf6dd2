package dev.supportpulse.classifier.learning;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.supportpulse.classifier.need.DenseHeads;
import dev.supportpulse.classifier.need.Heads;
import dev.supportpulse.classifier.need.Language;
import dev.supportpulse.classifier.need.TermHeads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Trains the heads: L2-regularised logistic regression, one category against the rest, by
 * liblinear's trust region Newton method (Lin, Weng and Keerthi 2008), which draws no random
 * numbers. All blocks of features (terms, terms of the opening, embeddings of each language) are
 * trained together.
 */
final class HeadTrainer {

  private static final double PRECISION = 0.01;

  /** The score of a category of which there was no text: e^−10, practically never. */
  private static final double ABSENT = -10;

  private final Settings settings;
  private final Coordinates coordinates;

  HeadTrainer(Settings settings, Coordinates coordinates) {
    this.settings = settings;
    this.coordinates = coordinates;
    Linear.disableDebugOutput();
  }

  /** Heads that know these texts. */
  Trained train(List<LabelledText> texts) {
    Vocabulary whole =
        Vocabulary.of(texts.stream().map(LabelledText::features).toList(), settings.minTexts());
    Vocabulary opening =
        Vocabulary.of(texts.stream().map(LabelledText::opening).toList(), settings.minTexts());
    Map<Language, DenseBlock> blocks =
        DenseBlock.of(settings, texts, coordinates, whole.size() + opening.size());
    int features = whole.size() + opening.size() + DenseBlock.dimensions(blocks);

    List<List<Feature>> rows = new ArrayList<>();
    for (LabelledText text : texts) {
      List<Feature> row = new ArrayList<>();
      whole.weigh(text.features(), 0, row);
      opening.weigh(text.opening(), whole.size(), row);
      DenseBlock block = blocks.get(text.script());
      if (block != null) {
        block.weigh(coordinates.of(text, block.standard().spaces()), row);
      }
      row.add(new FeatureNode(features + 1, 1));
      rows.add(row);
    }
    Model model = Linear.train(problem(texts, rows, features + 1), parameter(texts));
    double[] weights = perHead(model, features + 1);
    double[] biases = Arrays.copyOfRange(weights, features * Heads.COUNT, weights.length);

    Map<Language, DenseHeads> dense = new EnumMap<>(Language.class);
    blocks.forEach((language, block) -> dense.put(language, block.heads(weights, Heads.COUNT)));
    TermHeads terms =
        new TermHeads(
            whole.heads(weights, 0, biases),
            opening.heads(weights, whole.size(), new double[Heads.COUNT]));
    return new Trained(terms, dense);
  }

  private static Problem problem(List<LabelledText> texts, List<List<Feature>> rows, int features) {
    Problem problem = new Problem();
    problem.l = texts.size();
    problem.n = features;
    problem.bias = 1;
    problem.x = rows.stream().map(row -> row.toArray(Feature[]::new)).toArray(Feature[][]::new);
    problem.y = texts.stream().mapToDouble(text -> Heads.of(text.label())).toArray();
    return problem;
  }

  private Parameter parameter(List<LabelledText> texts) {
    int[] perLabel = new int[Heads.COUNT];
    texts.forEach(text -> perLabel[Heads.of(text.label())]++);
    Parameter parameter = new Parameter(SolverType.L2R_LR, settings.cost(), PRECISION);
    // liblinear refuses weights of labels that it doesn't meet.
    int[] labels =
        IntStream.range(0, perLabel.length).filter(label -> perLabel[label] > 0).toArray();
    double[] weights = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      double share = (double) texts.size() / perLabel.length / perLabel[labels[i]];
      weights[i] = Math.pow(share, settings.classWeightPower());
    }
    parameter.setWeights(weights, labels);
    return parameter;
  }

  /** One row of a weight a head for each feature; heads that liblinear didn't meet say "never". */
  private static double[] perHead(Model model, int features) {
    double[] weights = new double[features * Heads.COUNT];
    Arrays.fill(weights, (features - 1) * Heads.COUNT, weights.length, ABSENT);
    double[] trained = model.getFeatureWeights();
    int[] labels = model.getLabels();
    for (int k = 0; k < labels.length; k++) {
      for (int feature = 0; feature < features; feature++) {
        weights[feature * Heads.COUNT + labels[k]] = trained[feature * labels.length + k];
      }
    }
    return weights;
  }
}
