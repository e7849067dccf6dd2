package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.need.Trait;
import dev.supportpulse.classifier.need.TraitModel;
import dev.supportpulse.classifier.need.TraitModel.Sigmoid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Scores every annotated text by heads that were trained without it. */
record TraitValidation(List<AnnotatedText> texts, List<double[]> scores) {

  private static final long SEED = 20261122;

  /** Random folds of equal size. */
  static TraitValidation randomFolds(
      List<AnnotatedText> texts, int folds, TraitTrainer trainer, Coordinates coordinates) {
    List<AnnotatedText> shuffled = new ArrayList<>(texts);
    Collections.shuffle(shuffled, new Random(SEED));
    double[][] scores = new double[shuffled.size()][];
    for (int fold = 0; fold < folds; fold++) {
      List<AnnotatedText> train = new ArrayList<>();
      for (int i = 0; i < shuffled.size(); i++) {
        if (i % folds != fold) {
          train.add(shuffled.get(i));
        }
      }
      TraitTrainer.Heads heads = trainer.train(train);
      for (int i = fold; i < shuffled.size(); i += folds) {
        scores[i] = heads.scores(shuffled.get(i), coordinates);
      }
    }
    return new TraitValidation(shuffled, Arrays.asList(scores));
  }

  /** What makes probabilities of the scores of all these texts, one a trait. */
  List<Sigmoid> scaling() {
    return scaling(texts, scores);
  }

  /** Predictions of each half of the texts under the scaling that the other half gives. */
  TraitEvaluation crossFitted() {
    List<TraitEvaluation.Prediction> predictions = new ArrayList<>();
    for (int half = 0; half < 2; half++) {
      List<AnnotatedText> others = new ArrayList<>();
      List<double[]> otherScores = new ArrayList<>();
      for (int i = 1 - half; i < texts.size(); i += 2) {
        others.add(texts.get(i));
        otherScores.add(scores.get(i));
      }
      List<Sigmoid> scaling = scaling(others, otherScores);
      for (int i = half; i < texts.size(); i += 2) {
        predictions.add(TraitEvaluation.Prediction.of(texts.get(i), scores.get(i), scaling));
      }
    }
    return new TraitEvaluation(predictions);
  }

  private static List<Sigmoid> scaling(List<AnnotatedText> texts, List<double[]> scores) {
    List<Sigmoid> scaling = new ArrayList<>();
    for (Trait trait : Trait.values()) {
      double[] own = new double[texts.size()];
      boolean[] labels = new boolean[texts.size()];
      for (int i = 0; i < own.length; i++) {
        own[i] = scores.get(i)[TraitModel.head(trait)];
        labels[i] = texts.get(i).traits().contains(trait);
      }
      scaling.add(SigmoidFit.of(own, labels));
    }
    return scaling;
  }
}
