package dev.supportpulse.intake.redrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportpulse.events.DeadLetterHeaders;
import dev.supportpulse.events.Topics;
import dev.supportpulse.intake.redrive.Kept.Bytes;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterReaderTest {

  private static final String QUARANTINED =
      """
      {"outcome":"QUARANTINED","code":"TIME_TOO_OLD","field":"/time","message":"is old",
       "receivedAt":"2026-03-01T10:00:00Z","original":{"id":"1"}}""";

  @Test
  void a_dead_letter_goes_back_to_the_topic_it_was_read_from_for_the_service_that_failed() {
    Letter letter =
        read(
            Topics.deadLetters("classifier"),
            Map.of(
                "ce_project",
                "demo",
                DeadLetterHeaders.TOPIC,
                Topics.EVENTS,
                DeadLetterHeaders.CODE,
                "UNCLASSIFIABLE",
                DeadLetterHeaders.REASON,
                "NullPointerException",
                DeadLetterHeaders.ATTEMPTS,
                "2"),
            "body");

    assertThat(letter.way()).isEqualTo(new Way.Again(Topics.EVENTS, "classifier"));
    assertThat(letter.code()).isEqualTo("UNCLASSIFIABLE");
    assertThat(letter.reason()).isEqualTo("NullPointerException");
    assertThat(letter.attempts()).isEqualTo(2);
    assertThat(letter.project()).isEqualTo("demo");
  }

  @ParameterizedTest
  @ValueSource(strings = {"support.rejected", "support.redrives", "someone.elses"})
  void a_dead_letter_goes_nowhere_else(String origin) {
    Letter letter =
        read(Topics.deadLetters("metrics"), Map.of(DeadLetterHeaders.TOPIC, origin), "body");

    assertThat(letter.way()).isInstanceOf(Way.None.class);
    assertThat(letter.attempts()).isEqualTo(1);
    assertThat(letter.code()).isEqualTo("UNKNOWN");
  }

  @Test
  void a_quarantined_event_is_released_under_its_digest_and_time_of_receipt() {
    Letter letter =
        read(Topics.REJECTED, Map.of("ce_digest", "ab".repeat(32), "ce_project", "p"), QUARANTINED);

    assertThat(letter.way())
        .isInstanceOfSatisfying(
            Way.Release.class,
            release -> {
              assertThat(release.original().path("id").asText()).isEqualTo("1");
              assertThat(release.digest().hex()).isEqualTo("ab".repeat(32));
              assertThat(release.receivedAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
            });
    assertThat(letter.code()).isEqualTo("TIME_TOO_OLD");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "QUARANTINED | {\"id\":\"1\"} | ''   | whole",
        "QUARANTINED | {\"id\":\"1\"} | zz   | digest",
        "QUARANTINED | null           | abab | whole",
        "REJECTED    | null           | abab | send it again",
      })
  void what_is_not_kept_whole_says_so(String outcome, String original, String digest, String why) {
    Letter letter =
        read(
            Topics.REJECTED,
            digest.isEmpty() ? Map.of() : Map.of("ce_digest", digest.repeat(16)),
            """
            {"outcome":"%s","code":"C","message":"m","receivedAt":"2026-03-01T10:00:00Z","original":%s}"""
                .formatted(outcome, original));

    assertThat(letter.way())
        .isInstanceOfSatisfying(Way.None.class, none -> assertThat(none.why()).contains(why));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not json", "{}", "[1]"})
  void a_refusal_that_can_not_be_read_is_a_letter_all_the_same(String body) {
    Letter letter = read(Topics.REJECTED, Map.of(), body);

    assertThat(letter.code()).isEqualTo("UNREADABLE");
    assertThat(letter.way()).isInstanceOf(Way.None.class);
  }

  @Test
  void an_id_reads_what_it_writes() {
    LetterId id = new LetterId("support.rejected", 3, 17);

    assertThat(LetterId.parse(id.toString())).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "support.rejected", "support.rejected/3", "a/b/c", "a/1/-2", "a/1/2/3"})
  void what_is_no_id_is_told(String text) {
    assertThatThrownBy(() -> LetterId.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("topic/partition/offset");
  }

  private static Letter read(String topic, Map<String, String> headers, String body) {
    return LetterReader.read(
        new Kept(
            new LetterId(topic, 0, 0),
            Instant.EPOCH,
            Bytes.of("key"),
            headers.entrySet().stream()
                .map(header -> new Kept.Header(header.getKey(), Bytes.of(header.getValue())))
                .toList(),
            Bytes.of(body)));
  }
}
