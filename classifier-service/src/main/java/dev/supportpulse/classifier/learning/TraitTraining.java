package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.need.FeatureVector;
import dev.supportpulse.classifier.need.TraitModel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Trains the trait model of one tier and prints how good it is. */
final class TraitTraining {

  private static final int FOLDS = 10;

  private TraitTraining() {}

  static TraitModel run(Annotations annotations, Settings settings, Coordinates coordinates) {
    TraitTrainer trainer = new TraitTrainer(settings, coordinates);
    TraitValidation validation =
        TraitValidation.randomFolds(annotations.texts(), FOLDS, trainer, coordinates);
    String tier = settings.tier().name().toLowerCase(Locale.ROOT);
    new Report(System.out)
        .traits(tier + " traits: random " + FOLDS + "-fold", validation.crossFitted());
    TraitTrainer.Heads heads = trainer.train(annotations.texts());
    return new TraitModel(
        version(annotations, settings), heads.terms(), heads.dense(), validation.scaling());
  }

  /** Names what decides a model: data, parameters and feature scheme. */
  private static String version(Annotations annotations, Settings settings) {
    String decides = annotations.hash() + "|" + settings.describe() + "|" + FeatureVector.SCHEME;
    String hash = Corpus.sha256(decides.getBytes(StandardCharsets.UTF_8));
    return "traits-" + hash.substring(0, 12);
  }
}
