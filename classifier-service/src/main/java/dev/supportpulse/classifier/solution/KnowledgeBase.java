package dev.supportpulse.classifier.solution;

import dev.supportpulse.classifier.need.Language;

/** Finds the article that answers a question. */
public interface KnowledgeBase {

  /** The answer to a question, in that language; never fails for want of one. */
  Answer answer(String question, Language language);
}
