package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.need.Heads;
import dev.supportpulse.events.NeedCategory;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How champion and challenger judged the same texts. Shares and F1 are in [0, 1].
 *
 * @param texts how many
 * @param championAccuracy share that the champion got right; 0 if there are no texts
 * @param challengerAccuracy the same of the challenger
 * @param onlyChampion texts that only the champion got right
 * @param onlyChallenger texts that only the challenger got right
 * @param pValue of {@link McNemar}'s test
 * @param categories F1 of each category that occurs in labels
 */
public record Comparison(
    int texts,
    double championAccuracy,
    double challengerAccuracy,
    int onlyChampion,
    int onlyChallenger,
    double pValue,
    Map<NeedCategory, Difference> categories) {

  private static final double SIGNIFICANT = 0.05;

  /** F1 that a category may lose: two points. */
  private static final double TOLERATED_LOSS = 0.02;

  /** The F1 of fewer texts says nothing of a loss: one text more or less moves it by points. */
  private static final int LEAST_TEXTS = 20;

  public Comparison {
    categories = Map.copyOf(categories);
  }

  /**
   * One category.
   *
   * @param texts of that label
   */
  public record Difference(int texts, double championF1, double challengerF1) {

    boolean isLoss() {
      return texts >= LEAST_TEXTS && challengerF1 < championF1 - TOLERATED_LOSS;
    }
  }

  /** A text that both judged. */
  record Judged(NeedCategory label, NeedCategory champion, NeedCategory challenger) {}

  static Comparison of(List<Judged> texts) {
    int both = 0;
    int onlyChampion = 0;
    int onlyChallenger = 0;
    for (Judged text : texts) {
      boolean champion = text.champion() == text.label();
      boolean challenger = text.challenger() == text.label();
      both += champion && challenger ? 1 : 0;
      onlyChampion += champion && !challenger ? 1 : 0;
      onlyChallenger += challenger && !champion ? 1 : 0;
    }
    double n = Math.max(1, texts.size());
    Map<NeedCategory, Difference> categories = new EnumMap<>(NeedCategory.class);
    for (NeedCategory category : Heads.categories()) {
      int labelled = (int) texts.stream().filter(text -> text.label() == category).count();
      if (labelled > 0) {
        categories.put(
            category,
            new Difference(
                labelled,
                f1(category, labelled, texts, true),
                f1(category, labelled, texts, false)));
      }
    }
    return new Comparison(
        texts.size(),
        (both + onlyChampion) / n,
        (both + onlyChallenger) / n,
        onlyChampion,
        onlyChallenger,
        McNemar.pValue(onlyChampion, onlyChallenger),
        categories);
  }

  /** 2TP / (2TP + FP + FN). */
  private static double f1(
      NeedCategory category, int labelled, List<Judged> texts, boolean ofChampion) {
    int hits = 0;
    int predicted = 0;
    for (Judged text : texts) {
      if ((ofChampion ? text.champion() : text.challenger()) == category) {
        predicted++;
        hits += text.label() == category ? 1 : 0;
      }
    }
    return 2.0 * hits / (labelled + predicted);
  }

  /** Whether the challenger got more of them right, beyond chance. */
  boolean isSignificantlyBetter() {
    return onlyChallenger > onlyChampion && pValue < SIGNIFICANT;
  }

  /** Whether a category lost more than two points of F1. */
  boolean hasLoss() {
    return categories.values().stream().anyMatch(Difference::isLoss);
  }
}
