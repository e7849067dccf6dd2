package dev.supportpulse.classifier.solution;

import dev.supportpulse.classifier.need.Language;

/** What the knowledge base has to say to a question, in the language of the question. */
public sealed interface Answer {

  Language language();

  /** The search score of the best article, not negative; higher is better. */
  double score();

  /** An article that answers. */
  record Found(Article article, double score) implements Answer {

    @Override
    public Language language() {
      return article.language();
    }
  }

  /** No article answers; a human should. */
  record Unknown(Language language, double score) implements Answer {}
}
