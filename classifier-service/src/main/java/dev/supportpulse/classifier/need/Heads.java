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

  /** The category with the highest value; the first of equals. */
  public static NeedCategory highest(double[] values) {
    int best = 0;
    for (int head = 1; head < COUNT; head++) {
      best = values[head] > values[best] ? head : best;
    }
    return CATEGORIES.get(best);
  }
}
