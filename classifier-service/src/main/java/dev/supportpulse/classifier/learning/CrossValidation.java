package dev.supportpulse.classifier.learning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Scores every text by heads that were trained without it. */
final class CrossValidation {

  private static final long SEED = 20261122;

  private final HeadTrainer trainer;
  private final Coordinates coordinates;

  CrossValidation(HeadTrainer trainer, Coordinates coordinates) {
    this.trainer = trainer;
    this.coordinates = coordinates;
  }

  /** Random folds of equal size; flatters, because each text has siblings in training. */
  List<Judged> randomFolds(List<LabelledText> texts, int folds) {
    List<LabelledText> shuffled = new ArrayList<>(texts);
    Collections.shuffle(shuffled, new Random(SEED));
    Map<Integer, List<LabelledText>> byFold = new TreeMap<>();
    for (int i = 0; i < shuffled.size(); i++) {
      byFold.computeIfAbsent(i % folds, fold -> new ArrayList<>()).add(shuffled.get(i));
    }
    return eachLeftOut(byFold, texts);
  }

  /** One collection left out at a time: what a new project can expect. */
  List<Judged> collectionsOut(List<LabelledText> texts) {
    Map<String, List<LabelledText>> byCollection = new TreeMap<>();
    for (LabelledText text : texts) {
      byCollection.computeIfAbsent(text.collection(), c -> new ArrayList<>()).add(text);
    }
    return eachLeftOut(byCollection, texts);
  }

  private <K> List<Judged> eachLeftOut(Map<K, List<LabelledText>> folds, List<LabelledText> texts) {
    List<Judged> judged = new ArrayList<>(texts.size());
    for (List<LabelledText> out : folds.values()) {
      Set<LabelledText> test = Collections.newSetFromMap(new IdentityHashMap<>());
      test.addAll(out);
      Trained heads = trainer.train(texts.stream().filter(text -> !test.contains(text)).toList());
      for (LabelledText text : out) {
        judged.add(new Judged(text, heads.scores(text, coordinates)));
      }
    }
    return judged;
  }
}
