package dev.supportpulse.localstack.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportpulse.events.NeedCategory;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {

  private static final Texts TEXTS =
      new Texts(
          Map.of(
              "en",
              new Texts.Vocabulary("Thing", List.of("lid"), List.of("open it"), List.of("wheels")),
              "zh",
              new Texts.Vocabulary("物件", List.of("盖子"), List.of("打开它"), List.of("轮子"))));

  private final Chance chance = new Chance(7);

  @ParameterizedTest
  @EnumSource
  void every_need_is_put_in_dozens_of_ways_in_both_languages(NeedCategory category) {
    for (String language : Texts.LANGUAGES) {
      Set<String> texts = new HashSet<>();
      for (int i = 0; i < 1_000; i++) {
        texts.add(TEXTS.need(language, category, chance));
      }
      assertThat(texts)
          .hasSizeGreaterThanOrEqualTo(24)
          .allMatch(text -> hasChinese(text) == "zh".equals(language));
    }
  }

  @Test
  void a_complaint_tells_the_need_first() {
    assertThat(TEXTS.complaint("en", NeedCategory.PERFORMANCE, chance)).matches(".+[.?] [A-Z].+");
    assertThat(TEXTS.complaint("zh", NeedCategory.SECURITY, chance)).matches(".+[。？].+");
  }

  @Test
  void slots_are_filled_with_the_projects_words() {
    assertThat(TEXTS.fill("{product} needs {feature} on the {component} to {task}", "en", chance))
        .isEqualTo("Thing needs wheels on the lid to open it");
    assertThat(TEXTS.fill("org.{code}.Main", "en", chance)).isEqualTo("org.thing.Main");
    assertThatThrownBy(() -> TEXTS.fill("{nonsense}", "en", chance))
        .hasMessageContaining("{nonsense}");
  }

  @ParameterizedTest
  @CsvSource({
    "It fails. Always.,It fails",
    "Version 4.2.1 fails!,Version 4.2.1 fails",
    "Why? Tell me.,Why?",
    "启动不了，报空指针。请看日志。,启动不了，报空指针",
    "为什么？请看日志。,为什么？",
    "no stop,no stop"
  })
  void a_title_is_the_first_sentence(String text, String title) {
    assertThat(Texts.title(text)).isEqualTo(title);
  }

  private static boolean hasChinese(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic);
  }
}
