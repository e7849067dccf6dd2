package dev.supportpulse.classifier.solution;

import dev.supportpulse.classifier.need.Language;
import dev.supportpulse.events.SolutionMatch;

/** What the knowledge base has to say to a question, in the language of the question. */
public sealed interface Answer {

  Language language();

  /** The search score of the best article; higher is better, among answers found alike. */
  double score();

  /**
   * An article that answers.
   *
   * @param match how it was found, which is what the score means
   */
  record Found(Article article, double score, SolutionMatch match) implements Answer {

    @Override
    public Language language() {
      return article.language();
    }
  }

  /** No article answers; a human should. The score is of the best article by words. */
  record Unknown(Language language, double score) implements Answer {}
}
