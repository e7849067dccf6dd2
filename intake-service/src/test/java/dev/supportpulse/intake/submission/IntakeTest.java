package dev.supportpulse.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.events.Digest;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.EventRejected;
import dev.supportpulse.events.EventType;
import dev.supportpulse.events.GoldenEvents;
import dev.supportpulse.events.Identity;
import dev.supportpulse.events.RejectionOutcome;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.Topics;
import dev.supportpulse.intake.json.SchemaEventReader;
import dev.supportpulse.intake.recall.RecentEvents;
import dev.supportpulse.intake.submission.Outcome.Accepted;
import dev.supportpulse.intake.submission.Outcome.Conflicting;
import dev.supportpulse.intake.submission.Outcome.Duplicate;
import dev.supportpulse.intake.submission.Outcome.Quarantined;
import dev.supportpulse.intake.submission.Outcome.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeTest {

  private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");
  private static final Receipt RECEIPT = new Receipt("r", NOW);
  private static final Digest DIGEST = Digest.ofBytes(new byte[32]);

  /** That of an event whose data has a member "new". */
  private static final Digest ANOTHER_DIGEST = new Digest("0f".repeat(32));

  private final List<LogEntry> log = new ArrayList<>();
  private final Triage triage =
      new Triage(
          new SchemaEventReader(),
          sent -> sent.path("data").has("new") ? ANOTHER_DIGEST : DIGEST,
          new Untouched(),
          new TimeRules(Duration.ofMinutes(5), Duration.ofDays(400)));
  private final Intake intake = new Intake(triage, new RecentEvents(100), this::append);

  private CompletionStage<Void> append(List<LogEntry> entries) {
    log.addAll(entries);
    return CompletableFuture.completedFuture(null);
  }

  @Test
  void an_accepted_event_is_logged_as_it_came_with_digest_and_time_of_receipt() {
    ObjectNode event = feedback();

    Outcome outcome = submit(Submission.cloudEvent(event));

    assertThat(outcome).isInstanceOf(Accepted.class);
    SupportEvent logged = EventCodec.decode(log.get(0).event());
    assertThat(log.get(0).topic()).isEqualTo(Topics.EVENTS);
    assertThat(log.get(0).key()).isEqualTo(Identity.of("demo", "/forum", "feedback-1"));
    assertThat(logged.digest()).isEqualTo(DIGEST);
    assertThat(logged.receivedAt()).isEqualTo(NOW);
    assertThat(logged.data())
        .isEqualTo(GoldenEvents.full(EventType.FEEDBACK_SUBMITTED).event().data());
  }

  @Test
  void a_client_cannot_set_digest_or_time_of_receipt() {
    ObjectNode event = feedback();
    event.put("digest", "0f".repeat(32)).put("receivedat", "1999-01-01T00:00:00Z");

    submit(Submission.cloudEvent(event));

    SupportEvent logged = EventCodec.decode(log.get(0).event());
    assertThat(logged.digest()).isEqualTo(DIGEST);
    assertThat(logged.receivedAt()).isEqualTo(NOW);
  }

  @Test
  void a_void_is_logged_under_the_identity_that_it_is_about() {
    submit(Submission.cloudEvent(GoldenEvents.full(EventType.EVENT_VOIDED).json()));

    assertThat(log.get(0).key()).isEqualTo(Identity.of("demo", "/forum", "feedback-1"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-01T00:05:00Z, true",
    "2026-02-01T08:05:00+08:00, true",
    "2026-02-01T00:05:00.001Z, false",
  })
  void event_times_may_be_a_little_ahead(String time, boolean accepted) {
    Outcome outcome = submit(Submission.cloudEvent(feedback().put("time", time)));

    assertThat(outcome instanceof Accepted).isEqualTo(accepted);
    if (outcome instanceof Rejected rejected) {
      assertThat(rejected.fault().reason()).isEqualTo(Reason.TIME_IN_FUTURE);
      assertThat(rejected.fault().field()).isEqualTo("/time");
    }
  }

  @ParameterizedTest
  @CsvSource({"2024-12-28T00:00:00Z, true", "2024-12-27T23:59:59.999Z, false"})
  void what_is_older_than_the_retention_is_quarantined_whole(String time, boolean accepted) {
    ObjectNode event = feedback().put("time", time);

    Outcome outcome = submit(Submission.cloudEvent(event));

    assertThat(outcome instanceof Accepted).isEqualTo(accepted);
    if (outcome instanceof Quarantined) {
      SupportEvent logged = EventCodec.decode(log.get(0).event());
      EventRejected data = (EventRejected) logged.data();
      assertThat(log.get(0).topic()).isEqualTo(Topics.REJECTED);
      assertThat(data.outcome()).isEqualTo(RejectionOutcome.QUARANTINED);
      assertThat(data.original()).isEqualTo(event);
      assertThat(logged.identity()).isEqualTo(Identity.of("demo", "/forum", "feedback-1"));
    }
  }

  @Test
  void a_rejected_event_is_logged_under_its_identity_without_its_body() {
    ObjectNode event = feedback();
    event.withObject("/data").put("sentiment", "GREAT");

    submit(Submission.cloudEvent(event));

    SupportEvent logged = EventCodec.decode(log.get(0).event());
    assertThat(log.get(0).topic()).isEqualTo(Topics.REJECTED);
    assertThat(logged.key()).isEqualTo(Identity.of("demo", "/forum", "feedback-1"));
    assertThat(logged.receivedAt()).isEqualTo(NOW);
    assertThat(logged.digest()).isEqualTo(DIGEST);
    assertThat(logged.data())
        .isEqualTo(
            new EventRejected(
                RejectionOutcome.REJECTED,
                "INVALID_FIELD",
                "/data/sentiment",
                "must be one of POSITIVE, NEUTRAL, NEGATIVE",
                NOW,
                null));
  }

  @ParameterizedTest
  @CsvSource({
    "source, not a uri",
    "id, ' '",
  })
  void a_rejected_event_without_a_name_is_named_by_its_receipt(String attribute, String value) {
    submit(Submission.cloudEvent(feedback().put(attribute, value)));

    SupportEvent logged = EventCodec.decode(log.get(0).event());
    assertThat(logged.identity()).isEqualTo(Identity.of("demo", "/intake", "r/0"));
    assertThat(logged.digest()).isNull();
  }

  @Test
  void a_rejected_event_of_no_valid_project_keeps_its_name_under_unknown() {
    submit(Submission.cloudEvent(feedback().put("project", "Not Valid")));

    SupportEvent logged = EventCodec.decode(log.get(0).event());
    assertThat(logged.identity()).isEqualTo(Identity.of("unknown", "/forum", "feedback-1"));
    assertThat(logged.digest()).isNotNull();
  }

  @Test
  void what_is_rejected_again_is_logged_as_the_same() {
    ObjectNode event = feedback().put("type", "dev.supportpulse.nothing");
    ObjectNode corrected = event.deepCopy();
    corrected.withObject("/data").put("new", true);

    List.of(event, event, corrected).forEach(each -> submit(Submission.cloudEvent(each)));

    assertThat(log)
        .extracting(LogEntry::key)
        .containsOnly(Identity.of("demo", "/forum", "feedback-1"));
    assertThat(log)
        .extracting(entry -> EventCodec.decode(entry.event()).digest())
        .containsExactly(DIGEST, DIGEST, ANOTHER_DIGEST);
  }

  @Test
  void what_the_services_publish_is_refused_from_others() {
    ObjectNode event = GoldenEvents.full(EventType.NEED_CLASSIFIED).json().deepCopy();

    Outcome outcome = submit(Submission.cloudEvent(event));

    assertThat(((Rejected) outcome).fault().field()).isEqualTo("/type");
  }

  @ParameterizedTest
  @CsvSource({
    "ratings, /data/ratings, is required: Whole-number ratings by dimension; at least one.",
  })
  void a_missing_field_is_described(String field, String pointer, String message) {
    ObjectNode event = GoldenEvents.full(EventType.SURVEY_ANSWERED).json().deepCopy();
    event.withObject("/data").remove(field);

    Fault fault = ((Rejected) submit(Submission.cloudEvent(event))).fault();

    assertThat(fault).isEqualTo(new Fault(Reason.INVALID_FIELD, pointer, message));
  }

  @Test
  void a_value_out_of_range_is_described() {
    ObjectNode event = GoldenEvents.full(EventType.SURVEY_ANSWERED).json().deepCopy();
    event.withObject("/data/ratings").put("effort", 8);

    Fault fault = ((Rejected) submit(Submission.cloudEvent(event))).fault();

    assertThat(fault.field()).isEqualTo("/data/ratings/effort");
    assertThat(fault.message()).contains("7").contains("Customer effort score (CES), 1 to 7.");
  }

  @Test
  void a_currency_that_no_country_has_is_refused() {
    ObjectNode event = GoldenEvents.full(EventType.COST_RECORDED).json().deepCopy();
    event.withObject("/data").put("currency", "ZZZ");

    Fault fault = ((Rejected) submit(Submission.cloudEvent(event))).fault();

    assertThat(fault.field()).isEqualTo("/data/currency");
  }

  @Test
  void a_feedback_that_says_nothing_is_refused() {
    ObjectNode event = feedback();
    event.withObject("/data").removeAll().put("channel", "CHAT");

    Fault fault = ((Rejected) submit(Submission.cloudEvent(event))).fault();

    assertThat(fault.field()).isEqualTo("/data/sentiment");
  }

  @Test
  void an_event_of_somebody_elses_project_is_refused_and_counts_under_unknown() {
    Receipt receipt = new Receipt("r", NOW, "books"::equals);

    Outcome outcome =
        intake
            .submit(List.of(Submission.cloudEvent(feedback())), receipt)
            .toCompletableFuture()
            .join()
            .get(0);

    assertThat(((Rejected) outcome).fault().reason()).isEqualTo(Reason.PROJECT_FORBIDDEN);
    assertThat(outcome.id()).isEqualTo("feedback-1");
    assertThat(outcome.identity()).isNull();
    SupportEvent logged = EventCodec.decode(log.get(0).event());
    assertThat(logged.identity()).isEqualTo(Identity.of("unknown", "/forum", "feedback-1"));
  }

  @Test
  void whose_project_it_is_comes_before_what_is_wrong_with_it() {
    Fault notJson = new Fault(Reason.TOO_COMPLEX, "/data", "is too deep");
    Receipt receipt = new Receipt("r", NOW, "books"::equals);

    Outcome outcome = triage.judge(Submission.unreadable(feedback(), notJson), receipt);

    assertThat(((Rejected) outcome).fault().reason()).isEqualTo(Reason.PROJECT_FORBIDDEN);
  }

  @Test
  void outcomes_keep_the_order_of_the_events() {
    List<Outcome> outcomes =
        intake
            .submit(
                List.of(
                    Submission.cloudEvent(feedback().put("id", "a")),
                    Submission.unreadable(new Fault(Reason.NOT_JSON, "", "is not JSON")),
                    Submission.plain(feedback().without("id"), "c", NOW)),
                RECEIPT)
            .toCompletableFuture()
            .join();

    assertThat(outcomes).extracting(Outcome::id).containsExactly("a", null, "c");
    assertThat(log).hasSize(3);
  }

  @Test
  void nothing_is_answered_before_it_is_durable() {
    CompletableFuture<Void> durable = new CompletableFuture<>();
    Intake waiting = new Intake(triage, new RecentEvents(100), entries -> durable);

    CompletableFuture<List<Outcome>> outcomes =
        waiting.submit(List.of(Submission.cloudEvent(feedback())), RECEIPT).toCompletableFuture();

    assertThat(outcomes).isNotDone();
    durable.completeExceptionally(new LogUnavailable("away", new IllegalStateException()));
    assertThatThrownBy(outcomes::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(LogUnavailable.class);
  }

  @Test
  void a_retry_is_published_again_and_told_to_be_a_duplicate() {
    submit(Submission.cloudEvent(feedback()));

    assertThat(submit(Submission.cloudEvent(feedback()))).isInstanceOf(Duplicate.class);
    assertThat(log).extracting(LogEntry::topic).containsExactly(Topics.EVENTS, Topics.EVENTS);
  }

  @Test
  void another_event_of_the_same_identity_is_published_and_told_to_conflict() {
    submit(Submission.cloudEvent(feedback()));

    Outcome outcome = submit(Submission.cloudEvent(changed()));

    assertThat(outcome).isInstanceOf(Conflicting.class);
    assertThat(((Conflicting) outcome).fault().reason()).isEqualTo(Reason.CONFLICT);
    assertThat(log).extracting(LogEntry::topic).containsExactly(Topics.EVENTS, Topics.EVENTS);
    assertThat(submit(Submission.cloudEvent(feedback()))).isInstanceOf(Duplicate.class);
  }

  @Test
  void events_of_one_batch_are_compared_too() {
    List<Outcome> outcomes =
        intake
            .submit(
                List.of(
                    Submission.cloudEvent(feedback()),
                    Submission.cloudEvent(feedback()),
                    Submission.cloudEvent(changed())),
                RECEIPT)
            .toCompletableFuture()
            .join();

    assertThat(outcomes)
        .<Class<?>>extracting(Outcome::getClass)
        .containsExactly(Accepted.class, Duplicate.class, Conflicting.class);
  }

  @Test
  void what_was_not_acknowledged_is_not_remembered() {
    List<CompletableFuture<Void>> appends = new ArrayList<>();
    Intake waiting =
        new Intake(
            triage,
            new RecentEvents(100),
            entries -> {
              appends.add(new CompletableFuture<>());
              return appends.get(appends.size() - 1);
            });
    List<Submission> event = List.of(Submission.cloudEvent(feedback()));

    CompletionStage<List<Outcome>> first = waiting.submit(event, RECEIPT);
    appends.get(0).completeExceptionally(new LogUnavailable("away", new IllegalStateException()));
    CompletionStage<List<Outcome>> second = waiting.submit(event, RECEIPT);
    appends.get(1).complete(null);

    assertThat(first).isCompletedExceptionally();
    assertThat(second.toCompletableFuture().join().get(0)).isInstanceOf(Accepted.class);
  }

  private static ObjectNode changed() {
    ObjectNode event = feedback();
    event.withObject("/data").put("new", true);
    return event;
  }

  private Outcome submit(Submission submission) {
    return intake.submit(List.of(submission), RECEIPT).toCompletableFuture().join().get(0);
  }

  private static ObjectNode feedback() {
    ObjectNode event = GoldenEvents.full(EventType.FEEDBACK_SUBMITTED).json().deepCopy();
    event.remove(List.of("digest", "receivedat"));
    return event;
  }
}
