package dev.supportpulse.classifier.solution;

import dev.supportpulse.classifier.need.Embedder;
import dev.supportpulse.classifier.need.Language;
import dev.supportpulse.events.SolutionMatch;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Answers by meaning where it is clear, else by words. It is clear if the title and questions of an
 * article lie near enough to what was asked, and clearly nearer than those of any other. Only
 * articles that were {@linkplain #learn learnt} are found by meaning. Safe for use by several
 * threads; one at a time learns.
 */
public final class KnowledgeByMeaning implements KnowledgeBase {

  /** What is asked is said early, and a long report takes the longer. */
  private static final int MAX_CHARACTERS = 300;

  private final KnowledgeBase words;
  private final Map<Language, Embedder> embedders;
  private final double leastSimilarity;
  private final double leastLead;
  private final Map<Language, Map<String, float[]>> points = new EnumMap<>(Language.class);
  private List<Article> learnt = List.of();
  private volatile Map<Language, MeaningMap> maps = Map.of();

  /**
   * Knows no meanings at first.
   *
   * @param words asked, too; where both find the same article, it is said to be by words
   * @param embedders one a language; what is asked in another one is answered by words only
   * @param leastSimilarity below which an article does not answer
   * @param leastLead over the next article below which it is not clear which of them answers
   */
  public KnowledgeByMeaning(
      KnowledgeBase words,
      Map<Language, Embedder> embedders,
      double leastSimilarity,
      double leastLead) {
    this.words = words;
    this.embedders = Map.copyOf(embedders);
    this.leastSimilarity = leastSimilarity;
    this.leastLead = leastLead;
  }

  @Override
  public Answer answer(String question, Language language) {
    Answer byWords = words.answer(question, language);
    return byMeaning(question, language)
        .filter(found -> !isOf(found.article(), byWords))
        .<Answer>map(found -> found)
        .orElse(byWords);
  }

  private static boolean isOf(Article article, Answer answer) {
    return answer instanceof Answer.Found found && found.article().id().equals(article.id());
  }

  private Optional<Answer.Found> byMeaning(String question, Language language) {
    MeaningMap map = maps.get(language);
    Embedder embedder = embedders.get(language);
    if (map == null || embedder == null || question.isBlank()) {
      return Optional.empty();
    }
    String asked = question.substring(0, Math.min(question.length(), MAX_CHARACTERS));
    return map.nearest(embedder.embed(asked))
        .filter(found -> found.similarity() >= leastSimilarity && found.lead() >= leastLead)
        .map(found -> new Answer.Found(found.article(), found.similarity(), SolutionMatch.MEANING));
  }

  /**
   * Answers by the meaning of these articles, and of no others, from now on. Takes about 3 ms for
   * each phrasing that it doesn't know yet; a thread that is interrupted meanwhile leaves off.
   */
  public void learn(List<Article> articles) {
    if (articles.equals(learnt)) {
      return;
    }
    // What is gone must not answer while the new ones are learnt.
    show(articles);
    for (Article article : articles) {
      for (String phrasing : article.phrasings()) {
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
        learn(phrasing, article.language());
      }
    }
    show(articles);
    learnt = List.copyOf(articles);
  }

  private void learn(String phrasing, Language language) {
    Embedder embedder = embedders.get(language);
    if (embedder != null) {
      points
          .computeIfAbsent(language, any -> new HashMap<>())
          .computeIfAbsent(phrasing, embedder::embed);
    }
  }

  private void show(List<Article> articles) {
    Map<Language, MeaningMap> shown = new EnumMap<>(Language.class);
    points.forEach(
        (language, known) -> {
          List<Article> here =
              articles.stream().filter(article -> article.language() == language).toList();
          known
              .keySet()
              .retainAll(
                  here.stream()
                      .flatMap(article -> article.phrasings().stream())
                      .collect(Collectors.toSet()));
          shown.put(
              language,
              new MeaningMap(
                  here.stream()
                      .filter(article -> known.keySet().containsAll(article.phrasings()))
                      .toList(),
                  known));
        });
    maps = shown;
  }
}
