package dev.supportpulse.intake.webhook.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportpulse.events.FeedbackSubmitted;
import dev.supportpulse.events.IncomeRecorded;
import dev.supportpulse.events.Malformed;
import dev.supportpulse.events.QuestionAsked;
import dev.supportpulse.events.Sentiment;
import dev.supportpulse.events.SupportEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandardWebhooksTest {

  @Test
  void the_payload_is_the_event_if_its_type_is_ours() {
    SupportEvent event = only("standard-webhooks/facts");

    assertThat(event.id()).isEqualTo("msg_1");
    assertThat(event.source()).isEqualTo("https://upstream.example.org");
    assertThat(event.occurredAt()).isEqualTo(Instant.parse("2026-11-20T20:26:10.344522Z"));
    assertThat(((FeedbackSubmitted) event.data()).sentiment()).isEqualTo(Sentiment.NEGATIVE);
  }

  @Test
  void its_data_may_be_an_event_that_leaves_things_out() {
    SupportEvent event = only("standard-webhooks/plain-event");

    assertThat(event.id()).isEqualTo("invoice-77");
    assertThat(event.source()).isEqualTo("/billing");
    assertThat(event.project()).isEqualTo("demo");
    assertThat(event.occurredAt()).isEqualTo(Instant.parse("2026-11-20T20:26:10Z"));
    assertThat(((IncomeRecorded) event.data()).amount()).isEqualTo(new BigDecimal("129.90"));
  }

  @Test
  void its_data_may_be_a_whole_cloud_event() {
    SupportEvent event = only("standard-webhooks/cloud-event");

    assertThat(event.id()).isEqualTo("post-5");
    assertThat(event.occurredAt()).isEqualTo(Instant.parse("2026-11-20T19:00:00Z"));
    assertThat(((QuestionAsked) event.data()).text()).isEqualTo("Which JDK do I need?");
  }

  @Test
  void a_hook_speaks_for_its_own_project_only() {
    assertThatThrownBy(() -> Deliveries.events("standard-webhooks/foreign-project"))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("demo");
  }

  @Test
  void types_of_others_tell_nothing() {
    assertThat(Deliveries.events("standard-webhooks/unknown-type")).isEmpty();
  }

  private static SupportEvent only(String name) {
    List<SupportEvent> events = Deliveries.events(name);
    assertThat(events).hasSize(1);
    return events.get(0);
  }
}
