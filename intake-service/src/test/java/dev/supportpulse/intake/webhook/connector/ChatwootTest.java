package dev.supportpulse.intake.webhook.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.CaseOpened;
import dev.supportpulse.events.CaseReopened;
import dev.supportpulse.events.CaseResolved;
import dev.supportpulse.events.CaseResponded;
import dev.supportpulse.events.Channel;
import dev.supportpulse.events.FeedbackSubmitted;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.SurveyAnswered;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatwootTest {

  @Test
  void a_new_conversation_opens_a_case_with_what_the_contact_wrote() {
    SupportEvent event = only("chatwoot/conversation_created");

    assertThat(event.source()).isEqualTo("https://upstream.example.org");
    assertThat(event.id()).isEqualTo("conversation/245/opened");
    assertThat(event.occurredAt()).isEqualTo(Instant.parse("2026-11-20T09:15:00Z"));
    assertThat(event.data())
        .isEqualTo(
            new CaseOpened(
                "chatwoot:245",
                null,
                "网关启动后 CPU 一直 100%",
                Channel.CHAT,
                null,
                null,
                "chatwoot:contact/812",
                "zh-CN",
                List.of("performance"),
                null));
  }

  @Test
  void a_resolved_conversation_resolves_its_case() {
    SupportEvent event = only("chatwoot/conversation_status_changed.resolved");

    assertThat(((CaseResolved) event.data()).caseId()).isEqualTo("chatwoot:245");
    assertThat(event.occurredAt()).isEqualTo(Instant.parse("2026-11-20T11:15:00.250Z"));
  }

  @Test
  void open_after_resolved_reopens_its_case() {
    SupportEvent event = only("chatwoot/conversation_updated.reopened");

    assertThat(((CaseReopened) event.data()).caseId()).isEqualTo("chatwoot:245");
    assertThat(event.occurredAt()).isEqualTo(Instant.parse("2026-11-20T13:06:40.500Z"));
  }

  @Test
  void a_message_of_an_agent_responds() {
    SupportEvent event = only("chatwoot/message_created.by-agent");

    assertThat(((CaseResponded) event.data()).caseId()).isEqualTo("chatwoot:245");
    assertThat(event.id()).isEqualTo("message/98002");
    assertThat(event.occurredAt()).isEqualTo(Instant.parse("2026-11-20T09:20:10Z"));
  }

  @Test
  void an_answered_survey_is_a_rating_of_satisfaction_over_all() {
    SupportEvent event = only("chatwoot/message_updated.csat-rating");

    SurveyAnswered data = (SurveyAnswered) event.data();
    assertThat(data.ratings()).isEqualTo(Map.of("overall", 4));
    assertThat(data.caseId()).isEqualTo("chatwoot:245");
    assertThat(data.channel()).isEqualTo(Channel.SURVEY);
    assertThat(data.user()).isEqualTo("chatwoot:contact/812");
  }

  @Test
  void a_remark_that_follows_is_told_beside_the_same_rating() {
    List<SupportEvent> events = Deliveries.events("chatwoot/message_updated.csat-remark");

    assertThat(events).hasSize(2);
    SupportEvent rating = only("chatwoot/message_updated.csat-rating");
    assertThat(events.get(0).identity()).isEqualTo(rating.identity());
    assertThat(events.get(0).digest()).isEqualTo(rating.digest());
    FeedbackSubmitted remark = (FeedbackSubmitted) events.get(1).data();
    assertThat(remark.text()).isEqualTo("Quick, but I had to ask twice.");
    assertThat(remark.sentiment()).isNull();
    assertThat(remark.ratings()).isEqualTo(Map.of("overall", 4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chatwoot/conversation_status_changed.open",
        "chatwoot/conversation_updated.woken",
        "chatwoot/message_created.by-contact",
        "chatwoot/message_created.by-bot",
        "chatwoot/message_created.private-note",
        "chatwoot/message_updated.csat-unanswered",
      })
  void what_means_nothing_here_tells_nothing(String name) {
    assertThat(Deliveries.events(name)).isEmpty();
  }

  private static SupportEvent only(String name) {
    List<SupportEvent> events = Deliveries.events(name);
    assertThat(events).hasSize(1);
    return events.get(0);
  }
}
