package dev.supportpulse.classifier.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.classifier.need.NeedText;
import dev.supportpulse.events.Identity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuestionGroupsTest {

  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  @Test
  void groupsWhatAsksNearlyTheSame() {
    List<QuestionGroups.Group> groups =
        QuestionGroups.of(
            texts(
                "How do I configure the connection pool size?",
                "怎么备份数据库？",
                "Where can I configure the size of the connection pool?",
                "请问数据库怎么备份？备份数据库的命令",
                "Please configure connection pool size",
                "I forgot my password",
                "如何备份数据库"),
            3);

    assertThat(groups).extracting(QuestionGroups.Group::texts).containsExactly(3, 3);
    assertThat(groups.get(0).terms()).contains("备份数据", "份数据库").doesNotContain("备份");
    assertThat(groups.get(0).latest().id()).isEqualTo("6");
    assertThat(groups.get(1).terms()).contains("connection pool").doesNotContain("pool");
    assertThat(groups.get(1).firstSeen()).isEqualTo(START);
    assertThat(groups.get(1).lastSeen()).isEqualTo(START.plusSeconds(4));
  }

  @Test
  void whatWasAskedBeforeCountsForTheGroupThatItWouldHaveJoined() {
    List<Sketch> before =
        texts(
                "How can I configure the connection pool size?",
                "configure connection pool size",
                "怎么备份数据库",
                "I forgot my password",
                "I forgot my password again")
            .stream()
            .map(TopicText::sketch)
            .toList();

    List<QuestionGroups.Group> groups =
        QuestionGroups.of(
            texts(
                "How do I configure the connection pool size?",
                "Where can I configure the size of the connection pool?",
                "Please configure connection pool size",
                "怎么备份数据库？",
                "如何备份数据库"),
            before,
            2);

    assertThat(groups).extracting(QuestionGroups.Group::texts).containsExactly(3, 2);
    assertThat(groups).extracting(QuestionGroups.Group::before).containsExactly(2, 1);
  }

  @Test
  void textsThatSayNothingAreNotAlike() {
    assertThat(QuestionGroups.of(texts("?", "!", "how?"), 2)).isEmpty();
  }

  private static List<TopicText> texts(String... questions) {
    List<TopicText> texts = new ArrayList<>();
    for (String question : questions) {
      Set<String> terms = Terms.of(NeedText.of(null, question));
      String id = String.valueOf(texts.size());
      texts.add(
          new TopicText(
              "demo",
              Identity.of("demo", "/forum", id),
              "/forum",
              id,
              null,
              START.plusSeconds(texts.size()),
              List.copyOf(terms),
              Sketch.of(terms)));
    }
    return texts;
  }
}
