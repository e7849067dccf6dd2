package dev.supportpulse.classifier.solution;

import dev.supportpulse.classifier.need.Language;
import java.time.Instant;
import java.util.List;

/** Keeps imported articles. */
public interface ArticleStore {

  /**
   * Keeps an article in place of one of the same id and language.
   *
   * @param markdown that {@link Article#parse} takes
   */
  void keep(String id, Language language, String markdown, String by, Instant at);

  /** Forgets an imported article; whether there was one. */
  boolean remove(String id, Language language);

  /** Changes whenever an article does. */
  long revision();

  /** All imported articles. */
  List<Article> articles();
}
