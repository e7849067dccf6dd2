package dev.supportpulse.classifier.learning;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Scores every text by heads that were trained without it, and networks that were tuned without.
 */
final class CrossValidation {

  private static final long SEED = 20261122;

  private final HeadTrainer trainer;
  private final Coordinates coordinates;
  private final Voting voting;

  CrossValidation(HeadTrainer trainer, Coordinates coordinates, Voting voting) {
    this.trainer = trainer;
    this.coordinates = coordinates;
    this.voting = voting;
  }

  /** Random folds of equal size; flatters, because each text has siblings in training. */
  List<Judged> randomFolds(List<LabelledText> texts, int folds) throws IOException {
    List<LabelledText> shuffled = new ArrayList<>(texts);
    Collections.shuffle(shuffled, new Random(SEED));
    Map<Integer, List<LabelledText>> byFold = new TreeMap<>();
    for (int i = 0; i < shuffled.size(); i++) {
      byFold.computeIfAbsent(i % folds, fold -> new ArrayList<>()).add(shuffled.get(i));
    }
    return eachLeftOut(byFold.values(), byFold.values(), texts);
  }

  /**
   * One collection left out at a time: what a new project can expect. Networks take long to tune,
   * so they are tuned twice, each time without half of the collections, and know less than they
   * could.
   */
  List<Judged> collectionsOut(List<LabelledText> texts) throws IOException {
    Map<String, List<LabelledText>> byCollection = new TreeMap<>();
    for (LabelledText text : texts) {
      byCollection.computeIfAbsent(text.collection(), c -> new ArrayList<>()).add(text);
    }
    return eachLeftOut(byCollection.values(), halves(byCollection.values()), texts);
  }

  /** The collections, largest first, each to the half that is smaller. */
  private static List<List<LabelledText>> halves(Collection<List<LabelledText>> collections) {
    List<List<LabelledText>> halves = List.of(new ArrayList<>(), new ArrayList<>());
    collections.stream()
        .sorted(Comparator.comparingInt((List<LabelledText> collection) -> -collection.size()))
        .forEach(
            collection ->
                Collections.min(halves, Comparator.comparingInt(List::size)).addAll(collection));
    return halves;
  }

  /**
   * Judges every text.
   *
   * @param folds what is left out of the heads at a time
   * @param wider what is left out of the networks at a time
   */
  private List<Judged> eachLeftOut(
      Collection<List<LabelledText>> folds,
      Collection<List<LabelledText>> wider,
      List<LabelledText> texts)
      throws IOException {
    Map<LabelledText, double[]> votes = new HashMap<>();
    for (List<LabelledText> out : wider) {
      votes.putAll(voting.votes(without(out, texts), out));
    }
    List<Judged> judged = new ArrayList<>(texts.size());
    for (List<LabelledText> out : folds) {
      Trained heads = trainer.train(without(out, texts));
      for (LabelledText text : out) {
        judged.add(new Judged(text, heads.scores(text, coordinates)).plus(votes));
      }
    }
    return judged;
  }

  private static List<LabelledText> without(List<LabelledText> out, List<LabelledText> texts) {
    Set<LabelledText> test = Collections.newSetFromMap(new IdentityHashMap<>());
    test.addAll(out);
    return texts.stream().filter(text -> !test.contains(text)).toList();
  }
}
