package dev.supportpulse.intake.webhook.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.CaseOpened;
import dev.supportpulse.events.CaseReopened;
import dev.supportpulse.events.CaseResolved;
import dev.supportpulse.events.CaseResponded;
import dev.supportpulse.events.Channel;
import dev.supportpulse.events.SupportEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ZammadTest {

  @Test
  void a_ticket_with_its_first_article_opens_a_case() {
    SupportEvent event = only("zammad/created");

    assertThat(event.id()).isEqualTo("ticket/81/opened");
    assertThat(event.occurredAt()).isEqualTo(Instant.parse("2026-11-20T14:34:35.282Z"));
    assertThat(event.data())
        .isEqualTo(
            new CaseOpened(
                "zammad:10081",
                "Licence file is refused",
                "Since today the gateway says &quot;licence expired&quot;.<br>It is valid until 2027.",
                Channel.EMAIL,
                null,
                null,
                "zammad:customer/8",
                null,
                List.of("Service Desk"),
                "Example Customer Inc."));
  }

  @Test
  void an_article_of_an_agent_responds() {
    SupportEvent event = only("zammad/replied");

    assertThat(((CaseResponded) event.data()).caseId()).isEqualTo("zammad:10081");
    assertThat(event.id()).isEqualTo("ticket/81/article/105");
    assertThat(event.occurredAt()).isEqualTo(Instant.parse("2026-11-20T15:00:00.100Z"));
  }

  @Test
  void an_internal_note_responds_to_nobody() {
    assertThat(Deliveries.events("zammad/noted")).isEmpty();
  }

  @Test
  void a_closed_ticket_resolves_its_case_when_it_was_closed_last() {
    SupportEvent event = only("zammad/closed");

    assertThat(((CaseResolved) event.data()).caseId()).isEqualTo("zammad:10081");
    assertThat(event.occurredAt()).isEqualTo(Instant.parse("2026-11-20T16:00:00Z"));
  }

  @Test
  void a_ticket_that_was_closed_and_is_open_reopens_its_case() {
    SupportEvent event = only("zammad/reopened");

    assertThat(((CaseReopened) event.data()).caseId()).isEqualTo("zammad:10081");
    assertThat(event.occurredAt()).isEqualTo(Instant.parse("2026-11-21T08:00:00.040Z"));
  }

  @Test
  void a_payload_without_a_ticket_tells_nothing() {
    assertThat(
            Deliveries.translate(
                "zammad", "{}".getBytes(StandardCharsets.UTF_8), Map.of(), Deliveries.NOW))
        .isEmpty();
  }

  private static SupportEvent only(String name) {
    List<SupportEvent> events = Deliveries.events(name);
    assertThat(events).hasSize(1);
    return events.get(0);
  }
}
