package dev.supportpulse.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {

  /** Computed apart from this code, with Python's hashlib and struct.pack(">I", …). */
  @ParameterizedTest
  @CsvSource({
    "demo, /forum, feedback-1, afbd33015219d82156e978800d1d6d2f",
    "demo, /forumf, eedback-1, 8798fbb556c2c1dd9850829b2d907f65",
    "default, https://forum.example.org/, 帖子-42, 6564d81aec58b4ec3e57c4e4873d2f9e",
    "a, b, c, db0a8b920d42f074b0a75e382383d31f",
  })
  void identities_are_what_the_definition_says(
      String project, String source, String id, String hex) {
    assertThat(Identity.of(project, source, id).hex()).isEqualTo(hex);
  }

  @Test
  void bytes_and_hex_are_two_forms_of_one_identity() {
    Identity identity = Identity.of("demo", "/forum", "feedback-1");

    assertThat(Identity.ofBytes(identity.bytes())).isEqualTo(identity);
    assertThat(identity.bytes()).hasSize(16);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "AFBD33015219D82156E978800D1D6D2F",
        "afbd33015219d82156e978800d1d6d2",
        "afbd33015219d82156e978800d1d6d2g"
      })
  void anything_else_is_no_identity(String hex) {
    assertThatThrownBy(() -> new Identity(hex)).isInstanceOf(Malformed.class);
  }

  @Test
  void an_event_is_keyed_by_its_own_identity() {
    SupportEvent feedback = GoldenEvents.full(EventType.FEEDBACK_SUBMITTED).event();

    assertThat(feedback.key()).isEqualTo(Identity.of("demo", "/forum", "feedback-1"));
    assertThat(feedback.key()).isEqualTo(feedback.identity());
  }

  @Test
  void a_void_and_a_classification_are_keyed_by_what_they_are_about() {
    Identity target = Identity.of("demo", "/forum", "feedback-1");

    SupportEvent voided = GoldenEvents.full(EventType.EVENT_VOIDED).event();
    SupportEvent classified = GoldenEvents.full(EventType.NEED_CLASSIFIED).event();

    assertThat(voided.key()).isEqualTo(target);
    assertThat(voided.identity()).isEqualTo(Identity.of("demo", "/forum", "event-1"));
    assertThat(classified.key()).isEqualTo(target);
    assertThat(classified.identity()).isEqualTo(Identity.of("demo", "/classifier", "need-1"));
  }
}
