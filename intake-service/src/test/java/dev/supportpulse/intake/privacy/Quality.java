package dev.supportpulse.intake.privacy;

import dev.supportpulse.intake.privacy.MarkedTexts.MarkedText;
import java.util.List;

/**
 * How well what is found agrees with what is marked: a finding is right only if kind, beginning and
 * end are those of a mark.
 *
 * @param marked how many are marked
 * @param found how many are found
 * @param right how many of these are marked so
 */
record Quality(int marked, int found, int right) {

  static final Quality NONE = new Quality(0, 0, 0);

  /** The quality for one kind. */
  static Quality of(Kind kind, List<MarkedText> texts) {
    return texts.stream().map(text -> of(kind, text)).reduce(NONE, Quality::plus);
  }

  private static Quality of(Kind kind, MarkedText text) {
    List<Finding> marked = text.marked().stream().filter(each -> each.kind() == kind).toList();
    List<Finding> found =
        TextCleaner.find(text.text()).stream().filter(each -> each.kind() == kind).toList();
    int right = (int) found.stream().filter(marked::contains).count();
    return new Quality(marked.size(), found.size(), right);
  }

  Quality plus(Quality other) {
    return new Quality(marked + other.marked, found + other.found, right + other.right);
  }

  /** The share of findings that are right. */
  double precision() {
    return (double) right / found;
  }

  /** The share of marks that are found. */
  double recall() {
    return (double) right / marked;
  }
}
