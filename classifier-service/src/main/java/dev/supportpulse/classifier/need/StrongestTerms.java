package dev.supportpulse.classifier.need;

import dev.supportpulse.events.NeedClassified.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Picks the terms of a text that moved a score most: what a human reads as evidence. */
final class StrongestTerms {

  private StrongestTerms() {}

  /**
   * At most so many terms, strongest first; none that moved nothing.
   *
   * @param strength how much the i-th term counts for being picked; those at or below 0 are not
   * @param contribution what the i-th term added to the score: the weight that is told
   */
  static List<Evidence> of(
      FeatureVector text,
      int most,
      IntToDoubleFunction strength,
      IntToDoubleFunction contribution) {
    List<Evidence> evidence = new ArrayList<>();
    for (int i : strongest(text.size(), most, strength)) {
      evidence.add(new Evidence(text.term(i), round(contribution.applyAsDouble(i))));
    }
    return evidence;
  }

  private static List<Integer> strongest(int terms, int most, IntToDoubleFunction strength) {
    List<Integer> strongest = new ArrayList<>(most + 1);
    Comparator<Integer> byStrength =
        Comparator.comparingDouble((Integer i) -> strength.applyAsDouble(i)).reversed();
    double weakest = 0;
    for (int i = 0; i < terms; i++) {
      if (strength.applyAsDouble(i) > weakest) {
        strongest.add(i);
        strongest.sort(byStrength);
        if (strongest.size() > most) {
          strongest.remove(most);
          weakest = strength.applyAsDouble(strongest.get(most - 1));
        }
      }
    }
    return strongest;
  }

  private static double round(double weight) {
    return Math.round(weight * 1e4) / 1e4;
  }
}
