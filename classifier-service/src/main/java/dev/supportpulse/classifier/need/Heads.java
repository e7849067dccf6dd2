package dev.supportpulse.classifier.need;

import dev.supportpulse.events.NeedCategory;
import java.util.List;

/**
 * The order of the categories in every array of scores, probabilities, weights and thresholds: the
 * order of declaration. A model file names its categories, so that a model of another order is
 * refused and not misread.
 */
public final class Heads {

  private static final List<NeedCategory> CATEGORIES = List.of(NeedCategory.values());

  /** How many there are. */
  public static final int COUNT = CATEGORIES.size();

  /** Chosen by cross-validation: recall of SECURITY rises, macro-F1 stays. */
  private static final double SECURITY_WEIGHT = 1.5;

  private Heads() {}

  /** The categories in their order. */
  public static List<NeedCategory> categories() {
    return CATEGORIES;
  }

  /** The place of a category. */
  @SuppressWarnings("EnumOrdinal") // the one place that relies on it
  public static int of(NeedCategory category) {
    return category.ordinal();
  }

  /**
   * The category that probabilities speak for: the likeliest, where SECURITY counts {@value
   * #SECURITY_WEIGHT} times, because a security matter that nobody sees costs more than one too
   * many that somebody looks at; the first of equals.
   */
  public static NeedCategory chosen(double[] probabilities) {
    double[] values = probabilities.clone();
    values[of(NeedCategory.SECURITY)] *= SECURITY_WEIGHT;
    int best = 0;
    for (int head = 1; head < COUNT; head++) {
      best = values[head] > values[best] ? head : best;
    }
    return CATEGORIES.get(best);
  }
}
