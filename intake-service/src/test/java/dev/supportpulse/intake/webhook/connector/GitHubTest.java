package dev.supportpulse.intake.webhook.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportpulse.events.CaseOpened;
import dev.supportpulse.events.CaseReopened;
import dev.supportpulse.events.CaseResolved;
import dev.supportpulse.events.CaseResponded;
import dev.supportpulse.events.Channel;
import dev.supportpulse.events.EventVoided;
import dev.supportpulse.events.FeedbackSubmitted;
import dev.supportpulse.events.Malformed;
import dev.supportpulse.events.Sentiment;
import dev.supportpulse.events.SupportEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubTest {

  private static final String REPOSITORY = "https://github.com/example-org/gateway";
  private static final String ISSUE = "github:example-org/gateway#12";
  private static final String DISCUSSION = "github:example-org/gateway/discussions/34";

  @Test
  void an_opened_issue_opens_a_case_and_tells_its_need_once() {
    SupportEvent event = only("github/issues.opened");

    assertThat(event.project()).isEqualTo("demo");
    assertThat(event.source()).isEqualTo(REPOSITORY);
    assertThat(event.id()).isEqualTo("issue/2600000012/opened");
    assertThat(event.occurredAt()).isEqualTo(Instant.parse("2026-11-20T09:15:00Z"));
    assertThat(event.subject()).isEqualTo(REPOSITORY + "/issues/12");
    CaseOpened data = (CaseOpened) event.data();
    assertThat(data.caseId()).isEqualTo(ISSUE);
    assertThat(data.title()).isEqualTo("升级到 3.2 后网关无法启动");
    assertThat(data.text()).startsWith("After the upgrade").contains("BindException");
    assertThat(data.channel()).isEqualTo(Channel.ISSUE_TRACKER);
    assertThat(data.user()).isEqualTo("github:lin-example");
    assertThat(data.labels()).containsExactly("bug", "upgrade");
  }

  @Test
  void a_closed_issue_resolves_its_case_when_it_was_closed() {
    SupportEvent event = only("github/issues.closed");

    assertThat(((CaseResolved) event.data()).caseId()).isEqualTo(ISSUE);
    assertThat(event.occurredAt()).isEqualTo(Instant.parse("2026-11-20T15:40:11Z"));
    assertThat(event.id()).isEqualTo("issue/2600000012/closed/2026-11-20T15:40:11Z");
  }

  @Test
  void a_reopened_issue_reopens_its_case() {
    SupportEvent event = only("github/issues.reopened");

    assertThat(((CaseReopened) event.data()).caseId()).isEqualTo(ISSUE);
    assertThat(event.occurredAt()).isEqualTo(Instant.parse("2026-11-21T07:02:30Z"));
    assertThat(event.id()).isEqualTo("issue/2600000012/reopened/2026-11-21T07:02:30Z");
  }

  @Test
  void a_transferred_issue_takes_its_opening_back() {
    SupportEvent event = only("github/issues.transferred");

    EventVoided data = (EventVoided) event.data();
    assertThat(data.source()).isEqualTo(REPOSITORY);
    assertThat(data.id()).isEqualTo(only("github/issues.opened").id());
  }

  @Test
  void a_comment_of_the_team_responds() {
    SupportEvent event = only("github/issue_comment.created");

    assertThat(((CaseResponded) event.data()).caseId()).isEqualTo(ISSUE);
    assertThat(event.occurredAt()).isEqualTo(Instant.parse("2026-11-20T11:30:45Z"));
    assertThat(event.id()).isEqualTo("comment/3300000077/created");
  }

  @Test
  void thumbs_on_what_the_team_wrote_are_feedback_one_by_one() {
    List<SupportEvent> events = Deliveries.events("github/issue_comment.edited.with-reactions");

    assertThat(events)
        .extracting(SupportEvent::id)
        .containsExactly(
            "comment/3300000077/+1/1",
            "comment/3300000077/+1/2",
            "comment/3300000077/+1/3",
            "comment/3300000077/-1/1");
    assertThat(events)
        .extracting(event -> ((FeedbackSubmitted) event.data()).sentiment())
        .containsExactly(
            Sentiment.POSITIVE, Sentiment.POSITIVE, Sentiment.POSITIVE, Sentiment.NEGATIVE);
    assertThat(events)
        .extracting(event -> ((FeedbackSubmitted) event.data()).caseId())
        .containsOnly(ISSUE);
    assertThat(events)
        .extracting(SupportEvent::occurredAt)
        .containsOnly(Instant.parse("2026-11-20T11:30:45Z"));
  }

  @Test
  void a_question_in_a_discussion_is_a_case() {
    SupportEvent created = only("github/discussion.created");

    CaseOpened data = (CaseOpened) created.data();
    assertThat(data.caseId()).isEqualTo(DISCUSSION);
    assertThat(data.channel()).isEqualTo(Channel.FORUM);
    assertThat(data.title()).isEqualTo("How do I rotate the gateway's certificates?");
    assertThat(data.text()).isEqualTo("The manual only says how to set them once.");
    assertThat(data.labels()).containsExactly("Q&A");
    assertThat(((CaseResponded) only("github/discussion_comment.created").data()).caseId())
        .isEqualTo(DISCUSSION);
  }

  @Test
  void an_answer_resolves_and_its_thumbs_are_feedback() {
    List<SupportEvent> events = Deliveries.events("github/discussion.answered");

    assertThat(events).hasSize(2);
    assertThat(((CaseResolved) events.get(0).data()).caseId()).isEqualTo(DISCUSSION);
    assertThat(events.get(0).occurredAt()).isEqualTo(Instant.parse("2026-11-18T13:17:18Z"));
    FeedbackSubmitted thumb = (FeedbackSubmitted) events.get(1).data();
    assertThat(thumb.sentiment()).isEqualTo(Sentiment.POSITIVE);
    assertThat(events.get(1).id()).isEqualTo("discussion_comment/14600001/+1/1");
  }

  @Test
  void a_discussion_closes_and_opens_again() {
    assertThat(only("github/discussion.closed").data()).isInstanceOf(CaseResolved.class);
    assertThat(only("github/discussion.reopened").data()).isInstanceOf(CaseReopened.class);
    assertThat(only("github/discussion.unanswered").data()).isInstanceOf(CaseReopened.class);
  }

  @Test
  void another_discussion_is_feedback_without_a_sentiment() {
    SupportEvent event = only("github/discussion.created.idea");

    FeedbackSubmitted data = (FeedbackSubmitted) event.data();
    assertThat(data.sentiment()).isNull();
    assertThat(data.title()).isEqualTo("Dark mode");
    assertThat(data.text()).isEqualTo("The console is too bright at night.");
    assertThat(data.caseId()).isNull();
    assertThat(data.labels()).containsExactly("Ideas");
  }

  @Test
  void thumbs_on_an_announcement_belong_to_no_case() {
    List<SupportEvent> events = Deliveries.events("github/discussion.edited.announcement");

    assertThat(events)
        .extracting(event -> ((FeedbackSubmitted) event.data()).sentiment())
        .containsExactly(Sentiment.POSITIVE, Sentiment.POSITIVE, Sentiment.NEGATIVE);
    assertThat(events)
        .extracting(event -> ((FeedbackSubmitted) event.data()).caseId())
        .containsOnlyNulls();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "github/ping",
        "github/issues.labeled",
        "github/issue_comment.created.by-user",
        "github/issue_comment.created.by-bot",
        "github/issue_comment.created.on-pull-request",
      })
  void what_means_nothing_here_tells_nothing(String name) {
    assertThat(Deliveries.events(name)).isEmpty();
  }

  @Test
  void a_payload_of_another_shape_is_told_by_its_field() {
    assertThatThrownBy(
            () ->
                Deliveries.translate(
                    "github",
                    "{\"action\":\"opened\",\"issue\":{},\"repository\":{\"html_url\":\"https://g\",\"full_name\":\"a/b\"}}"
                        .getBytes(StandardCharsets.UTF_8),
                    Map.of("X-GitHub-Event", "issues"),
                    Deliveries.NOW))
        .isInstanceOf(Malformed.class)
        .extracting(failure -> ((Malformed) failure).field())
        .isEqualTo("/issue/number");
  }

  private static SupportEvent only(String name) {
    List<SupportEvent> events = Deliveries.events(name);
    assertThat(events).hasSize(1);
    return events.get(0);
  }
}
