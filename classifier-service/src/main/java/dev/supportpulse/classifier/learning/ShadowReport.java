package dev.supportpulse.classifier.learning;

import dev.supportpulse.events.ClassifierTier;
import java.util.Map;

/**
 * How a challenger compares with the champion that it was made against.
 *
 * @param against the version of the champion
 * @param corrections on corrections that the champion has not learned from: the challenger judges
 *     each by heads that were trained without it (five folds)
 * @param heldBack on texts of the seed corpus that no project's heads are trained on, read as if
 *     they were of each project whose heads changed
 * @param recommended whether it is significantly better on the corrections in every tier, and no
 *     category loses more than two points of F1 on either
 */
public record ShadowReport(
    String against,
    Map<ClassifierTier, Comparison> corrections,
    Map<ClassifierTier, Comparison> heldBack,
    boolean recommended) {

  public ShadowReport {
    corrections = Map.copyOf(corrections);
    heldBack = Map.copyOf(heldBack);
  }

  static ShadowReport of(
      String against,
      Map<ClassifierTier, Comparison> corrections,
      Map<ClassifierTier, Comparison> heldBack) {
    boolean better =
        !corrections.isEmpty()
            && corrections.values().stream().allMatch(Comparison::isSignificantlyBetter);
    boolean loses =
        corrections.values().stream().anyMatch(Comparison::hasLoss)
            || heldBack.values().stream().anyMatch(Comparison::hasLoss);
    return new ShadowReport(against, corrections, heldBack, better && !loses);
  }
}
