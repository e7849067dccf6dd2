package dev.supportpulse.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.events.EventType;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactTest {

  private final Fact fact =
      Fact.of(EventType.CASE_OPENED, new Origin("h", "demo", "/h"), "1", Instant.EPOCH);

  @Test
  void what_is_too_long_is_cut_between_characters() {
    JsonNode data =
        data(fact.with("title", "a" + "😀".repeat(600)).with("text", "x".repeat(200_000)));

    assertThat(data.path("title").asText()).hasSize(999).endsWith("😀");
    assertThat(data.path("text").asText()).hasSize(100_000);
  }

  @Test
  void a_name_is_never_cut() {
    String name = "x".repeat(300);

    assertThat(data(fact.with("caseId", name)).path("caseId").asText()).isEqualTo(name);
  }

  @Test
  void what_is_not_said_is_left_out() {
    JsonNode event =
        fact.with("title", Optional.empty()).seenAt(Optional.empty()).submission().event();

    assertThat(event.has("subject")).isFalse();
    assertThat(event.path("data").isEmpty()).isTrue();
  }

  @Test
  void labels_are_as_many_as_an_event_takes() {
    assertThat(data(fact.labelled(Collections.nCopies(60, "l".repeat(300)))).path("labels"))
        .hasSize(50)
        .allSatisfy(label -> assertThat(label.asText()).hasSize(200));
  }

  @ParameterizedTest
  @CsvSource({"zh_CN, zh-CN", "en, en", "de-CH-1996, de-CH-1996", "English please, ", "'', "})
  void a_language_is_a_tag_or_nothing(String said, String tag) {
    assertThat(data(fact.in(Optional.of(said))).path("language").textValue()).isEqualTo(tag);
  }

  private static JsonNode data(Fact fact) {
    return fact.submission().event().path("data");
  }
}
