package dev.supportpulse.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.intake.submission.Fault;
import dev.supportpulse.intake.submission.Receipt;
import dev.supportpulse.intake.submission.Submission;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

  private static final Receipt RECEIPT = new Receipt("r", Instant.parse("2026-02-01T00:00:00Z"));

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"k-1, k-1", "`\"k-1\"`, k-1", "` k 1 `, k 1", "`\"a\\\"b\"`, `a\"b`"})
  void a_key_is_quoted_or_bare(String header, String id) {
    assertThat(submission(header, event()).event().path("id").textValue()).isEqualTo(id);
  }

  @Test
  void without_a_key_the_receipt_names_the_event() {
    assertThat(submission(null, event()).event().path("id").textValue()).isEqualTo("r");
  }

  @Test
  void the_key_is_no_part_of_what_was_sent() {
    assertThat(submission("k-1", event()).sent()).isEqualTo(event());
  }

  @Test
  void an_id_of_its_own_must_be_the_key() {
    assertThat(submission("k-1", event().put("id", "k-1")).unreadable()).isNull();
    assertThat(fault(submission("k-1", event().put("id", "x"))).field()).isEqualTo("/id");
  }

  @Test
  void in_a_batch_the_position_is_added() {
    Submission third = IdempotencyKey.of("k-1").submission(event(), 2, RECEIPT);
    Submission named = IdempotencyKey.of("k-1").submission(event().put("id", "x"), 2, RECEIPT);

    assertThat(third.event().path("id").textValue()).isEqualTo("k-1-2");
    assertThat(named.event().path("id").textValue()).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"\"", "\" a\"", "schlüssel"})
  void any_other_key_is_refused(String header) {
    assertThat(fault(submission(header, event())).field()).isEqualTo("Idempotency-Key");
  }

  @Test
  void a_key_is_at_most_240_characters_long() {
    assertThat(submission("k".repeat(240), event()).unreadable()).isNull();
    assertThat(fault(submission("k".repeat(241), event())).message()).contains("240");
  }

  private static Submission submission(@Nullable String header, ObjectNode event) {
    return IdempotencyKey.of(header).submission(event, RECEIPT);
  }

  private static Fault fault(Submission submission) {
    return Objects.requireNonNull(submission.unreadable());
  }

  private static ObjectNode event() {
    return JsonNodeFactory.instance.objectNode().put("type", "t");
  }
}
