package dev.supportpulse.classifier.solution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.classifier.lucene.LuceneKnowledgeBase;
import dev.supportpulse.classifier.need.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurrentKnowledgeTest {

  private final CurrentKnowledge knowledge =
      new CurrentKnowledge(Articles.shipped(), articles -> new LuceneKnowledgeBase(articles, 3.0));

  @Test
  void answersFromWhatWasImported() {
    String question = "How do I rotate the frobnicator certificate?";
    assertThat(knowledge.answer(question, Language.ENGLISH)).isInstanceOf(Answer.Unknown.class);

    knowledge.use(
        List.of(
            new Article(
                "frobnicator",
                Language.ENGLISH,
                "Rotating the frobnicator certificate",
                List.of("how do I rotate the frobnicator certificate"),
                "Run frob rotate.")));

    assertThat(knowledge.answer(question, Language.ENGLISH))
        .isInstanceOfSatisfying(
            Answer.Found.class,
            found -> assertThat(found.article().body()).isEqualTo("Run frob rotate."));
  }

  @Test
  void whatWasImportedReplacesWhatShipsUntilItIsForgotten() {
    int shipped = knowledge.articles().size();
    Article own =
        new Article("install", Language.CHINESE, "安装本项目", List.of("如何安装此项目"), "请运行 setup。");

    knowledge.use(List.of(own));
    assertThat(knowledge.articles()).hasSize(shipped).contains(own);
    assertThat(((Answer.Found) knowledge.answer("如何安装此项目？", Language.CHINESE)).article())
        .isEqualTo(own);

    knowledge.use(List.of());
    assertThat(knowledge.articles()).isEqualTo(Articles.shipped());
  }
}
