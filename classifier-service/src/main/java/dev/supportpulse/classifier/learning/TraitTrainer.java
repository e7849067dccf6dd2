package dev.supportpulse.classifier.learning;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.supportpulse.classifier.need.DenseHeads;
import dev.supportpulse.classifier.need.Language;
import dev.supportpulse.classifier.need.LinearHeads;
import dev.supportpulse.classifier.need.Trait;
import dev.supportpulse.classifier.need.TraitModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Trains one binary head a trait, each apart, by the same regression as {@link HeadTrainer}. */
final class TraitTrainer {

  private static final double PRECISION = 0.01;

  private final Settings settings;
  private final Coordinates coordinates;

  TraitTrainer(Settings settings, Coordinates coordinates) {
    this.settings = settings;
    this.coordinates = coordinates;
    Linear.disableDebugOutput();
  }

  /** Heads that know these texts; each trait must be in some of them and lack in some. */
  Heads train(List<AnnotatedText> texts) {
    Vocabulary vocabulary =
        Vocabulary.of(texts.stream().map(AnnotatedText::features).toList(), settings.minTexts());
    Map<Language, DenseBlock> blocks =
        DenseBlock.of(settings, texts, coordinates, vocabulary.size());
    int features = vocabulary.size() + DenseBlock.dimensions(blocks);
    Problem problem = new Problem();
    problem.l = texts.size();
    problem.n = features + 1;
    problem.bias = 1;
    problem.x = new Feature[texts.size()][];
    for (int i = 0; i < problem.l; i++) {
      problem.x[i] = row(texts.get(i), vocabulary, blocks, features);
    }
    double[] weights = new double[problem.n * TraitModel.HEADS];
    for (Trait trait : Trait.values()) {
      problem.y =
          texts.stream().mapToDouble(text -> text.traits().contains(trait) ? 1 : -1).toArray();
      Model model = Linear.train(problem, parameter(problem.y));
      // liblinear's weights speak for the label that it met first.
      int sign = model.getLabels()[0];
      double[] own = model.getFeatureWeights();
      for (int feature = 0; feature < problem.n; feature++) {
        weights[feature * TraitModel.HEADS + TraitModel.head(trait)] = sign * own[feature];
      }
    }
    Map<Language, DenseHeads> dense = new EnumMap<>(Language.class);
    blocks.forEach(
        (language, block) -> dense.put(language, block.heads(weights, TraitModel.HEADS)));
    double[] biases =
        Arrays.copyOfRange(weights, features * TraitModel.HEADS, problem.n * TraitModel.HEADS);
    return new Heads(vocabulary.heads(weights, 0, biases), dense);
  }

  private Feature[] row(
      AnnotatedText text, Vocabulary vocabulary, Map<Language, DenseBlock> blocks, int features) {
    List<Feature> row = new ArrayList<>();
    vocabulary.weigh(text.features(), 0, row);
    DenseBlock block = blocks.get(text.script());
    if (block != null) {
      block.weigh(coordinates.of(text, block.standard().spaces()), row);
    }
    row.add(new FeatureNode(features + 1, 1));
    return row.toArray(Feature[]::new);
  }

  private Parameter parameter(double[] labels) {
    double with = Arrays.stream(labels).filter(label -> label > 0).count();
    double without = labels.length - with;
    Parameter parameter = new Parameter(SolverType.L2R_LR, settings.cost(), PRECISION);
    parameter.setWeights(
        new double[] {
          Math.pow(labels.length / with / 2, settings.classWeightPower()),
          Math.pow(labels.length / without / 2, settings.classWeightPower())
        },
        new int[] {1, -1});
    return parameter;
  }

  /** Heads fresh from training, over terms and, in the accurate tier, over embeddings. */
  record Heads(LinearHeads terms, Map<Language, DenseHeads> dense) {

    Heads {
      dense = Map.copyOf(dense);
    }

    /** The score of every head. */
    double[] scores(PreparedText text, Coordinates coordinates) {
      double[] scores = terms.read(text.features()).scores();
      DenseHeads more = dense.get(text.script());
      if (more != null) {
        double[] added = more.scores(coordinates.of(text, more.standard().spaces()));
        for (int head = 0; head < scores.length; head++) {
          scores[head] += added[head];
        }
      }
      return scores;
    }
  }
}
