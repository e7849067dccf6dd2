package dev.supportpulse.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.supportpulse.events.Malformed;
import dev.supportpulse.intake.json.JsonLimits;
import dev.supportpulse.intake.json.StrictJson;
import dev.supportpulse.intake.submission.Fault;
import dev.supportpulse.intake.submission.Reason;
import dev.supportpulse.intake.submission.Submission;
import dev.supportpulse.intake.webhook.Reception.Ignored;
import dev.supportpulse.intake.webhook.Reception.Locked;
import dev.supportpulse.intake.webhook.Reception.NotGenuine;
import dev.supportpulse.intake.webhook.Reception.Translated;
import dev.supportpulse.intake.webhook.Reception.Unreadable;
import dev.supportpulse.intake.webhook.Verifier.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HookTest {

  private static final Submission EVENT =
      Submission.cloudEvent(JsonNodeFactory.instance.objectNode());

  /** Genuine is what has the secret as a header; the payload says how many events it tells. */
  private static final Connector CONNECTOR =
      new Connector() {
        @Override
        public Verifier verifier(List<String> secrets, Duration replayWindow) {
          return delivery ->
              delivery.header("secret").filter(secrets::contains).isPresent()
                  ? Optional.empty()
                  : Optional.of(new Refusal("secret", "is wrong"));
        }

        @Override
        public List<Submission> translate(Delivery delivery, Payload payload, Origin origin) {
          long events = payload.requiredNumber("events");
          if (events < 0) {
            throw new Malformed("/events", "must not be negative");
          }
          return Collections.nCopies((int) events, EVENT);
        }
      };

  @Test
  void without_a_secret_nothing_is_read() {
    assertThat(receive(List.of(), "s", "{\"events\":1}")).isInstanceOf(Locked.class);
  }

  @Test
  void what_is_not_genuine_is_not_read() {
    assertThat(receive(List.of("s"), "x", "no JSON at all"))
        .isEqualTo(new NotGenuine(new Refusal("secret", "is wrong")));
  }

  @Test
  void any_of_several_secrets_will_do() {
    assertThat(receive(List.of("old", "new"), "old", "{\"events\":2}"))
        .isEqualTo(new Translated(List.of(EVENT, EVENT)));
    assertThat(receive(List.of("old", "new"), "new", "{\"events\":1}"))
        .isEqualTo(new Translated(List.of(EVENT)));
  }

  @Test
  void a_payload_that_tells_nothing_is_ignored() {
    assertThat(receive(List.of("s"), "s", "{\"events\":0}")).isEqualTo(new Ignored());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ | NOT_JSON | ``",
        "[] | INVALID_FIELD | ``",
        "{} | INVALID_FIELD | /events",
        "{\"events\":-1} | INVALID_FIELD | /events",
        "{\"events\":1,\"events\":2} | DUPLICATE_KEY | /events",
        "{\"a\":{\"b\":{\"c\":1}}} | TOO_COMPLEX | /a/b",
      })
  void what_cannot_be_read_is_a_rejected_event_of_the_project(
      String body, Reason reason, String field) {
    Reception reception = receive(List.of("s"), "s", body);

    assertThat(reception).isInstanceOf(Unreadable.class);
    Submission submission = ((Unreadable) reception).submission();
    assertThat(submission.event().path("project").asText()).isEqualTo("demo");
    assertThat(submission.unreadable())
        .isNotNull()
        .extracting(Fault::reason, Fault::field)
        .containsExactly(reason, field);
  }

  private static Reception receive(List<String> secrets, String secret, String body) {
    Hook hook =
        new Hook(
            CONNECTOR,
            new Origin("any", "demo", "/any"),
            secrets,
            Duration.ofMinutes(5),
            new StrictJson(new JsonLimits(1000, 1, 2)));
    return hook.receive(
        new Delivery(
            Map.of("Secret", secret), body.getBytes(StandardCharsets.UTF_8), Instant.EPOCH));
  }
}
