package dev.supportpulse.classifier.topics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Terms that stand out of a window against the span before it, by the log-odds ratio with an
 * informative Dirichlet prior (B. Monroe, M. Colaresi and K. Quinn, "Fightin' Words", Political
 * Analysis 16, 2008, equations 16, 20 and 22). The prior is the mix of terms in both spans
 * together, so rare terms need more to stand out than their bare ratio.
 */
public final class OutstandingTerms {

  /** How many uses the prior weighs as much as. */
  private static final double PRIOR = 100;

  /** A part says nothing of its own if a longer term has so much of its texts. */
  private static final double SAID_BY_LONGER = 0.8;

  private OutstandingTerms() {}

  /** All terms, those that stand out most first. */
  public static List<Scored> of(Usage usage) {
    List<Scored> scored = new ArrayList<>();
    for (TermCount term : withoutParts(usage.terms())) {
      scored.add(new Scored(term, score(term, usage)));
    }
    scored.sort(
        Comparator.comparingDouble(Scored::z).reversed().thenComparing(one -> one.count().term()));
    return scored;
  }

  /** The terms without those that a longer one says with nearly as many texts. */
  static List<TermCount> withoutParts(List<TermCount> terms) {
    return terms.stream().filter(term -> !isSaidByLonger(term, terms)).toList();
  }

  private static double score(TermCount term, Usage usage) {
    double all = usage.total() + usage.totalBefore();
    if (all == term.texts() + term.before()) {
      // There is nothing else that it could stand out of.
      return 0;
    }
    double prior = PRIOR * (term.texts() + term.before()) / all;
    double now = term.texts() + prior;
    double before = term.before() + prior;
    double logOdds =
        Math.log(now / (usage.total() + PRIOR - now))
            - Math.log(before / (usage.totalBefore() + PRIOR - before));
    return logOdds / Math.sqrt(1 / now + 1 / before);
  }

  private static boolean isSaidByLonger(TermCount term, List<TermCount> terms) {
    return terms.stream()
        .anyMatch(
            longer ->
                longer.term().length() > term.term().length()
                    && longer.texts() >= SAID_BY_LONGER * term.texts()
                    && contains(longer.term(), term.term()));
  }

  /** Whole words of a Latin term; any characters of a Chinese one. */
  private static boolean contains(String longer, String term) {
    return longer.indexOf(' ') < 0
        ? Character.UnicodeScript.of(term.codePointAt(0)) == Character.UnicodeScript.HAN
            && longer.contains(term)
        : (" " + longer + " ").contains(" " + term + " ");
  }

  /**
   * A term with its score.
   *
   * @param z how many standard deviations its log-odds are above those of before; about normal if
   *     nothing changed, and cautious about terms that were not there before
   */
  public record Scored(TermCount count, double z) {}
}
