package dev.supportpulse.classifier.solution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.classifier.need.Embedder;
import dev.supportpulse.classifier.need.Language;
import dev.supportpulse.events.SolutionMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnowledgeByMeaningTest {

  private static final Article SLOW = article("slow", "it is slow", "queries take long");
  private static final Article BACKUP = article("backup", "make a backup", "restore a backup");

  /** Finds the article whose title is asked; and that on backups for whatever has "take" in it. */
  private final CurrentKnowledge words =
      new CurrentKnowledge(
          List.of(SLOW, BACKUP),
          articles ->
              (question, language) ->
                  articles.stream()
                      .filter(article -> article.title().equals(question))
                      .findFirst()
                      .or(() -> Optional.of(BACKUP).filter(any -> question.contains("take")))
                      .<Answer>map(found -> new Answer.Found(found, 9, SolutionMatch.WORDS))
                      .orElse(new Answer.Unknown(language, 1.5)));

  private final Compass compass = new Compass();
  private final KnowledgeByMeaning knowledge =
      new KnowledgeByMeaning(words, Map.of(Language.ENGLISH, compass), 0.5, 0.2);

  @Test
  void whatBothFindIsSaidToBeFoundByItsWords() {
    knowledge.learn(words.articles());

    assertThat(ask("it is slow")).isEqualTo(new Answer.Found(SLOW, 9, SolutionMatch.WORDS));
  }

  @Test
  void aClearMeaningPrevailsOverWordsAndAnUnclearOneDoesNot() {
    knowledge.learn(words.articles());

    assertThat(ask("what takes so long"))
        .isInstanceOfSatisfying(
            Answer.Found.class, found -> assertThat(found.article()).isEqualTo(SLOW));
    assertThat(ask("do backups take long"))
        .isEqualTo(new Answer.Found(BACKUP, 9, SolutionMatch.WORDS));
  }

  @Test
  void theNearestArticleAnswersWhatWordsDoNot() {
    knowledge.learn(words.articles());

    assertThat(ask("why do I wait for ages"))
        .isInstanceOfSatisfying(
            Answer.Found.class,
            found -> {
              assertThat(found.article()).isEqualTo(SLOW);
              assertThat(found.match()).isEqualTo(SolutionMatch.MEANING);
              assertThat(found.score()).isGreaterThan(0.5);
            });
  }

  @Test
  void whatLiesBetweenTwoArticlesOrFarFromAllIsUnknownAsTheWordsSaid() {
    knowledge.learn(words.articles());

    Answer unknown = new Answer.Unknown(Language.ENGLISH, 1.5);
    assertThat(ask("slow backup")).isEqualTo(unknown);
    assertThat(ask("the weather")).isEqualTo(unknown);
    assertThat(ask("  ")).isEqualTo(unknown);
  }

  @Test
  void untilItHasLearntAndInLanguagesWithoutEmbedderOnlyWordsAnswer() {
    assertThat(ask("why do I wait for ages")).isInstanceOf(Answer.Unknown.class);
    knowledge.learn(words.articles());
    assertThat(knowledge.answer("为什么要等", Language.CHINESE)).isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void learnsOnlyWhatIsNewAndForgetsWhatIsGone() {
    knowledge.learn(words.articles());
    compass.embedded.clear();
    Article other = article("slow", "it is slow", "why is it slow");

    knowledge.learn(List.of(other, BACKUP));
    knowledge.learn(List.of(other, BACKUP));

    assertThat(compass.embedded).containsExactly("why is it slow");
    assertThat(ask("why do I wait for ages"))
        .isInstanceOfSatisfying(
            Answer.Found.class, found -> assertThat(found.article()).isEqualTo(other));
    knowledge.learn(List.of(BACKUP));
    assertThat(ask("why do I wait for ages")).isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void aThreadThatIsInterruptedLeavesOffAndTheNextGoesOn() throws InterruptedException {
    Thread stopped =
        new Thread(
            () -> {
              Thread.currentThread().interrupt();
              knowledge.learn(words.articles());
            });
    stopped.start();
    stopped.join();
    assertThat(compass.embedded).isEmpty();

    knowledge.learn(words.articles());
    assertThat(ask("why do I wait for ages")).isInstanceOf(Answer.Found.class);
  }

  private Answer ask(String question) {
    return knowledge.answer(question, Language.ENGLISH);
  }

  private static Article article(String id, String title, String... questions) {
    return new Article(id, Language.ENGLISH, title, List.of(questions), "Do this.");
  }

  /** Two directions that meaning has here, and a third one that everything has. */
  private static final class Compass implements Embedder {

    private final List<String> embedded = new ArrayList<>();

    @Override
    public String space() {
      return "compass";
    }

    @Override
    public int dimensions() {
      return 3;
    }

    @Override
    public float[] embed(String text) {
      embedded.add(text);
      float slow = text.matches(".*(slow|long|wait).*") ? 1 : 0;
      float backup = text.contains("backup") ? 1 : 0;
      return new float[] {slow, backup, 3};
    }
  }
}
