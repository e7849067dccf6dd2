package dev.supportpulse.classifier.need;

import dev.supportpulse.events.Complexity;
import dev.supportpulse.events.NeedCategory;

/**
 * How much expertise a need asks for: a plain count of signs, not a learned figure, because nobody
 * has labelled complexity yet.
 *
 * <p>One point each: the category is SECURITY or PERFORMANCE; the text has code; it has a stack
 * trace; it is longer than {@value #LONG} tokens; it is longer than {@value #VERY_LONG} tokens. 0
 * or 1 point is LOW, 2 MEDIUM, 3 and more HIGH.
 */
final class ComplexityEstimate {

  private static final int LONG = 60;
  private static final int VERY_LONG = 250;

  private ComplexityEstimate() {}

  static Complexity of(NeedCategory category, CleanText text, FeatureVector features) {
    int points = 0;
    points += category == NeedCategory.SECURITY || category == NeedCategory.PERFORMANCE ? 1 : 0;
    points += text.codeBlocks() > 0 ? 1 : 0;
    points += text.stackFrames() > 0 ? 1 : 0;
    points += features.tokenCount() > LONG ? 1 : 0;
    points += features.tokenCount() > VERY_LONG ? 1 : 0;
    return points <= 1 ? Complexity.LOW : points == 2 ? Complexity.MEDIUM : Complexity.HIGH;
  }
}
