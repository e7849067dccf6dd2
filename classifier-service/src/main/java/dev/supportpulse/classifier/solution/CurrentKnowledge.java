package dev.supportpulse.classifier.solution;

import dev.supportpulse.classifier.need.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The knowledge base of the articles that ship and those that were imported, whose set may change
 * while questions are answered. Safe for use by several threads.
 */
public final class CurrentKnowledge implements KnowledgeBase {

  private final List<Article> shipped;
  private final Function<List<Article>, KnowledgeBase> index;
  private volatile State state;

  /**
   * Knows only what ships at first.
   *
   * @param index makes a knowledge base of articles
   */
  public CurrentKnowledge(List<Article> shipped, Function<List<Article>, KnowledgeBase> index) {
    this.shipped = List.copyOf(shipped);
    this.index = index;
    this.state = new State(this.shipped, index.apply(this.shipped));
  }

  /** Answers from what ships and these from now on; one of the same id and language replaces it. */
  public void use(List<Article> imported) {
    Map<Key, Article> articles = new LinkedHashMap<>();
    shipped.forEach(article -> articles.put(Key.of(article), article));
    imported.forEach(article -> articles.put(Key.of(article), article));
    List<Article> all = List.copyOf(articles.values());
    state = new State(all, index.apply(all));
  }

  /** All articles that questions are answered from. */
  public List<Article> articles() {
    return state.articles();
  }

  @Override
  public Answer answer(String question, Language language) {
    return state.knowledge().answer(question, language);
  }

  private record State(List<Article> articles, KnowledgeBase knowledge) {}

  private record Key(String id, Language language) {

    static Key of(Article article) {
      return new Key(article.id(), article.language());
    }
  }
}
