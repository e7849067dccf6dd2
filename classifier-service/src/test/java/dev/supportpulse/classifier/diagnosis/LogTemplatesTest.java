package dev.supportpulse.classifier.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogTemplatesTest {

  private final Diagnostician diagnostician = new Diagnostician(Map.of());
  private final LogTemplates templates = new LogTemplates(List.of());

  @Test
  void messagesThatDifferInAWordShareATemplate() {
    LogTemplate first = learn("could not load the profile of user alice from cache");
    LogTemplate second = learn("could not load the profile of user bob from cache");

    assertThat(second.fingerprint()).isEqualTo(first.fingerprint());
    assertThat(second.title()).isEqualTo("could not load the profile of user <*> from cache");
  }

  @Test
  void chineseMessagesAreComparedByCharacter() {
    LogTemplate first = learn("无法加载用户张三的个人资料，请稍后再试一次");
    LogTemplate second = learn("无法加载用户李四的个人资料，请稍后再试一次");

    assertThat(second.fingerprint()).isEqualTo(first.fingerprint());
  }

  @Test
  void messagesOfOtherFaultsDoNot() {
    assertThat(
            List.of(
                learn("disk full").fingerprint(),
                learn("disk missing").fingerprint(),
                learn("could not load the profile of user alice from cache").fingerprint(),
                learn("could not save the settings of team alice to disk").fingerprint(),
                learn("could not open file").fingerprint(),
                learn("could not open socket").fingerprint()))
        .doesNotHaveDuplicates();
  }

  @Test
  void aTemplateTakesInWhatItTookInBefore() {
    String[] users = {"alice", "bob", "carol", "dave"};
    Fingerprint first = learn("could not load the profile of user alice from cache").fingerprint();
    for (String user : users) {
      for (String from : new String[] {"cache", "disk"}) {
        assertThat(
                learn("could not load the profile of user " + user + " from " + from).fingerprint())
            .isEqualTo(first);
      }
    }
    assertThat(learn("could not load the profile of user alice from cache").fingerprint())
        .isEqualTo(first);
  }

  @Test
  void goesOnFromTemplatesThatAreKnown() {
    LogTemplate opened =
        new LogTemplates(List.of(learn("could not load the profile of user alice from cache")))
            .learn(told("could not load the profile of user bob from cache"));

    assertThat(opened.fingerprint())
        .isEqualTo(learn("could not load the profile of user carol from cache").fingerprint());
  }

  private LogTemplate learn(String message) {
    return templates.learn(told(message));
  }

  private Symptom.Told told(String message) {
    return (Symptom.Told) diagnostician.ofError("shop", message, null);
  }
}
