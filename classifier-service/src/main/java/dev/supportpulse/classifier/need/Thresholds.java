package dev.supportpulse.classifier.need;

import dev.supportpulse.events.Decision;
import dev.supportpulse.events.NeedCategory;
import java.util.Arrays;
import java.util.Map;

/**
 * When a classification may stand by itself.
 *
 * @see #decide
 */
public final class Thresholds {

  /** No confidence reaches it: a human always looks. */
  public static final double NEVER = 2;

  /** A text that may well be a security matter is looked at, whatever else it is. */
  static final double SECURITY_DOUBT = 0.15;

  private final double[] auto;

  /** One threshold per category, in the order of {@link NeedCategory}. */
  public Thresholds(double[] auto) {
    if (auto.length != Heads.COUNT) {
      throw new IllegalArgumentException("need one threshold per category");
    }
    this.auto = auto.clone();
  }

  /** Every classification goes to a human. */
  public static Thresholds review() {
    double[] auto = new double[Heads.COUNT];
    Arrays.fill(auto, NEVER);
    return new Thresholds(auto);
  }

  /**
   * These but for some categories'. That of SECURITY can be raised only: what may or may not be a
   * security matter is looked at, whatever is set.
   */
  Thresholds with(Map<NeedCategory, Double> others) {
    double[] changed = auto.clone();
    others.forEach(
        (category, least) ->
            changed[Heads.of(category)] =
                category == NeedCategory.SECURITY ? Math.max(auto(category), least) : least);
    return new Thresholds(changed);
  }

  /** The least confidence at which that category stands by itself. */
  public double auto(NeedCategory category) {
    return auto[Heads.of(category)];
  }

  /**
   * AUTO if the confidence reaches the category's threshold and security is out of the question,
   * else REVIEW.
   *
   * @param probabilities in the order of {@link NeedCategory}
   */
  public Decision decide(NeedCategory category, double[] probabilities) {
    boolean sure = probabilities[Heads.of(category)] >= auto(category);
    boolean doubtfulSecurity =
        category != NeedCategory.SECURITY
            && probabilities[Heads.of(NeedCategory.SECURITY)] >= SECURITY_DOUBT;
    return sure && !doubtfulSecurity ? Decision.AUTO : Decision.REVIEW;
  }
}
