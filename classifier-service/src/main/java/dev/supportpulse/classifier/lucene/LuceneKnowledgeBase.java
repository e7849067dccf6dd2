package dev.supportpulse.classifier.lucene;

import dev.supportpulse.classifier.need.Language;
import dev.supportpulse.classifier.solution.Answer;
import dev.supportpulse.classifier.solution.Article;
import dev.supportpulse.classifier.solution.KnowledgeBase;
import dev.supportpulse.events.SolutionMatch;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;

/**
 * One index per language: stems in English, pairs of characters in Chinese. An article answers if
 * it fits well (BM25) and speaks of enough of the question; else the answer is unknown.
 */
public final class LuceneKnowledgeBase implements KnowledgeBase {

  private final Map<Language, ArticleIndex> indexes = new EnumMap<>(Language.class);
  private final double leastScore;

  /**
   * A knowledge base of these articles.
   *
   * @param leastScore BM25 score below which an article does not answer
   */
  public LuceneKnowledgeBase(List<Article> articles, double leastScore) {
    this.leastScore = leastScore;
    for (Language language : Language.values()) {
      List<Article> inLanguage =
          articles.stream().filter(article -> article.language() == language).toList();
      indexes.put(
          language,
          new ArticleIndex(
              inLanguage,
              switch (language) {
                case ENGLISH -> new QuestionAnalyzer();
                case CHINESE -> new CJKAnalyzer();
              }));
    }
  }

  @Override
  public Answer answer(String question, Language language) {
    ArticleIndex index = indexes.get(language);
    if (index == null) {
      throw new IllegalStateException("no articles in " + language);
    }
    return index
        .best(question)
        .map(match -> judge(match, language))
        .orElseGet(() -> new Answer.Unknown(language, 0));
  }

  private Answer judge(ArticleIndex.Match match, Language language) {
    return match.score() >= leastScore && match.coverage() >= leastCoverage(language)
        ? new Answer.Found(match.article(), match.score(), SolutionMatch.WORDS)
        : new Answer.Unknown(language, match.score());
  }

  /**
   * The share of a question, in [0, 1], that an article must speak of. Lower in Chinese, where most
   * pairs of characters are no words and match nothing.
   */
  private static double leastCoverage(Language language) {
    return switch (language) {
      case ENGLISH -> 0.25;
      case CHINESE -> 0.12;
    };
  }
}
