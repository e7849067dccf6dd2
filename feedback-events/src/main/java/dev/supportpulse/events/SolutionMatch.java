package dev.supportpulse.events;

/** How a solution was found, which is what its score means. */
public enum SolutionMatch {
  /** It speaks of what was asked, in its words; the score is BM25, not negative. */
  WORDS,
  /** It means what was asked, in other words; the score is a similarity in [-1, 1]. */
  MEANING
}
