package dev.supportpulse.intake.redrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportpulse.events.DeadLetterHeaders;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.EventType;
import dev.supportpulse.events.GoldenEvents;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.Topics;
import dev.supportpulse.intake.audit.Audited;
import dev.supportpulse.intake.audit.AuditedOperation;
import dev.supportpulse.intake.json.SchemaEventReader;
import dev.supportpulse.intake.redrive.Kept.Bytes;
import dev.supportpulse.intake.submission.LogUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RedrivesTest {

  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
  private static final int MAX_ATTEMPTS = 5;
  private static final int MAX_LOOKED = 20;

  private final InMemoryTopics topics = new InMemoryTopics();
  private final Redrives redrives = redrives();

  @Test
  void a_dry_run_tells_what_would_become_of_each_letter_and_does_nothing() {
    LetterId waiting = topics.deadLetter(0, "demo", "MALFORMED", 2);

    Report report = redrive(all(State.WAITING), true);

    assertThat(report.lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.filed().letter().id()).isEqualTo(waiting);
              assertThat(line.decision())
                  .isInstanceOfSatisfying(
                      Decision.Redrive.class,
                      redrive -> {
                        assertThat(redrive.record().topic()).isEqualTo(Topics.EVENTS);
                        assertThat(redrive.attempt()).isEqualTo(3);
                      });
            });
    assertThat(topics.sent).isEmpty();
    assertThat(topics.marks).isEmpty();
  }

  @Test
  void a_dead_letter_goes_out_as_it_was_with_its_attempts_for_its_service() {
    LetterId id = topics.deadLetter(0, "demo", "MALFORMED", 2);

    redrive(all(State.WAITING), false);

    Outgoing.Again again = (Outgoing.Again) topics.sent.get(0);
    assertThat(again.key().map(Bytes::text)).contains("key");
    assertThat(again.body().map(Bytes::text)).contains("body");
    assertThat(headers(again))
        .isEqualTo(
            Map.of(
                "ce_project",
                "demo",
                "traceparent",
                "00-trace-01",
                DeadLetterHeaders.ATTEMPTS,
                "2",
                DeadLetterHeaders.FOR,
                "metrics"));
    assertThat(topics.marks)
        .containsExactly(Map.entry(id, new Mark(Mark.Kind.REDRIVEN, "ops", NOW, "fixed")));
  }

  @Test
  void a_released_event_is_what_intake_would_have_taken() {
    var original = GoldenEvents.full(EventType.FEEDBACK_SUBMITTED).json();
    topics.add(
        Topics.REJECTED,
        2,
        Map.of("ce_digest", "ab".repeat(32), "ce_project", "demo", "traceparent", "00-trace-01"),
        """
        {"outcome":"QUARANTINED","code":"TIME_TOO_OLD","message":"is old",
         "receivedAt":"2026-03-01T10:00:00Z","original":%s}\
        """
            .formatted(original));

    redrive(of(Topics.REJECTED, Filter.ALL, State.WAITING, null, 100), false);

    Outgoing.Released released = (Outgoing.Released) topics.sent.get(0);
    SupportEvent event = EventCodec.decode(released.event());
    assertThat(released.topic()).isEqualTo(Topics.EVENTS);
    assertThat(released.key()).isEqualTo(event.identity());
    assertThat(event.data())
        .isEqualTo(GoldenEvents.full(EventType.FEEDBACK_SUBMITTED).event().data());
    assertThat(String.valueOf(event.digest())).contains("ab".repeat(32));
    assertThat(event.receivedAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
    assertThat(released.headers())
        .isEqualTo(
            Map.of(
                "traceparent",
                "00-trace-01",
                DeadLetterHeaders.ATTEMPTS,
                "1",
                DeadLetterHeaders.QUARANTINED,
                "2026-03-01T10:00:00Z"));
  }

  @Test
  void a_quarantined_event_that_breaks_todays_schema_is_left_and_told() {
    topics.add(
        Topics.REJECTED,
        0,
        Map.of("ce_digest", "ab".repeat(32)),
        """
        {"outcome":"QUARANTINED","code":"TIME_TOO_OLD","message":"is old",
         "receivedAt":"2026-03-01T10:00:00Z","original":{"specversion":"1.0"}}\
        """);

    Report report = redrive(of(Topics.REJECTED, Filter.ALL, State.WAITING, null, 100), false);

    assertThat(topics.sent).isEmpty();
    assertThat(report.lines())
        .singleElement()
        .satisfies(
            line ->
                assertThat(line.decision())
                    .isInstanceOfSatisfying(
                        Decision.Leave.class,
                        leave -> assertThat(leave.why()).contains("can't be read any more")));
  }

  @Test
  void what_was_tried_too_often_is_parked_and_redriven_only_on_demand() {
    LetterId id = topics.deadLetter(0, "demo", "MALFORMED", MAX_ATTEMPTS);

    assertThat(redrives.find(id).map(Filed::state)).contains(State.PARKED);
    assertThat(redrive(all(State.WAITING), false).lines()).isEmpty();
    Report named = redrive(named(id, State.WAITING), false);
    assertThat(named.lines().get(0).decision())
        .isEqualTo(new Decision.Leave("it is PARKED: select state PARKED to mean it"));
    assertThat(topics.sent).isEmpty();

    redrive(named(id, State.PARKED), false);

    assertThat(topics.sent).hasSize(1);
    assertThat(redrives.find(id).map(Filed::state)).contains(State.REDRIVEN);
  }

  @Test
  void an_operator_parks_and_redrives_what_is_parked() {
    LetterId id = topics.deadLetter(0, "demo", "MALFORMED", 1);

    redrives.park(all(State.WAITING), filed -> true, false, "ops", NOW, "known");
    assertThat(redrives.find(id).map(Filed::state)).contains(State.PARKED);
    assertThat(redrive(all(State.WAITING), false).lines()).isEmpty();

    redrive(all(State.PARKED), false);
    assertThat(topics.sent).hasSize(1);
  }

  @Test
  void what_is_redriven_already_is_left_alone() {
    LetterId id = topics.deadLetter(0, "demo", "MALFORMED", 1);

    redrive(all(State.WAITING), false);
    redrive(all(State.WAITING), false);
    Report report = redrive(named(id, State.WAITING), false);

    assertThat(topics.sent).hasSize(1);
    assertThat(report.lines().get(0).decision()).isInstanceOf(Decision.Leave.class);
  }

  @Test
  void a_crash_between_sending_and_marking_leaves_the_letter_where_it_was() {
    LetterId id = topics.deadLetter(0, "demo", "MALFORMED", 1);
    topics.crashesBeforeMarking = true;
    assertThatThrownBy(() -> redrive(all(State.WAITING), false)).isInstanceOf(LogUnavailable.class);
    assertThat(redrives.find(id).map(Filed::state)).contains(State.WAITING);

    topics.crashesBeforeMarking = false;
    redrive(all(State.WAITING), false);

    assertThat(topics.sent).hasSize(2);
    assertThat(headers((Outgoing.Again) topics.sent.get(0)))
        .isEqualTo(headers((Outgoing.Again) topics.sent.get(1)));
    assertThat(redrives.find(id).map(Filed::state)).contains(State.REDRIVEN);
  }

  @Test
  void the_audit_says_who_did_what_to_which_letter() {
    LetterId redriven = topics.deadLetter(0, "demo", "MALFORMED", 1);
    LetterId parked = topics.deadLetter(0, "demo", "WRONG_KEY", 1);

    redrive(all(State.WAITING), true);
    assertThat(topics.audited).isEmpty();
    redrive(named(redriven, State.WAITING), false);
    redrives.park(all(State.WAITING), filed -> true, false, "ops", NOW, null);

    assertThat(topics.audited)
        .containsExactly(
            new Audited("ops", AuditedOperation.REDRIVE_LETTER, "demo", redriven.toString(), NOW),
            new Audited("ops", AuditedOperation.PARK_LETTER, "demo", parked.toString(), NOW));
  }

  @Test
  void what_can_not_be_audited_is_not_done() {
    LetterId id = topics.deadLetter(0, "demo", "MALFORMED", 1);
    topics.isNotAuditable = true;

    assertThatThrownBy(() -> redrive(named(id, State.WAITING), false))
        .isInstanceOf(LogUnavailable.class);

    assertThat(topics.sent).isEmpty();
    assertThat(topics.marks).isEmpty();
  }

  @Test
  void letters_are_filtered_by_what_they_have_in_common() {
    topics.deadLetter(0, "a", "MALFORMED", 1);
    topics.deadLetter(0, "b", "MALFORMED", 1);
    topics.deadLetter(1, "a", "WRONG_KEY", 1);
    topics.deadLetter(1, "a", "MALFORMED", MAX_ATTEMPTS);
    Instant second = InMemoryTopics.START.plusSeconds(1);

    assertThat(list(new Filter("a", null, null, null, null))).containsExactly("0/0", "1/0", "1/1");
    assertThat(list(new Filter(null, "WRONG_KEY", null, null, null))).containsExactly("1/0");
    assertThat(list(new Filter(null, null, State.PARKED, null, null))).containsExactly("1/1");
    assertThat(list(new Filter(null, null, null, second, null))).containsExactly("0/1", "1/1");
    assertThat(list(new Filter(null, null, null, null, second))).containsExactly("0/0", "1/0");
  }

  @Test
  void pages_go_on_where_the_last_one_ended_and_miss_nothing() {
    for (int i = 0; i < 7; i++) {
      topics.deadLetter(i % 2, "demo", "MALFORMED", 1);
    }

    int pages = 0;
    List<Filed> found = new java.util.ArrayList<>();
    LetterId after = null;
    do {
      Page page = redrives.list(InMemoryTopics.METRICS, Filter.ALL, filed -> true, after, 2);
      assertThat(page.letters()).hasSizeLessThanOrEqualTo(2);
      found.addAll(page.letters());
      after = page.next();
      pages++;
    } while (after != null);

    assertThat(found).extracting(filed -> filed.letter().id()).hasSize(7).isSorted();
    assertThat(found).doesNotHaveDuplicates();
    assertThat(pages).isEqualTo(4);
  }

  @Test
  void one_request_looks_at_so_many_records_and_says_where_to_go_on() {
    for (int i = 0; i < MAX_LOOKED + 5; i++) {
      topics.deadLetter(0, "demo", i < MAX_LOOKED ? "MALFORMED" : "RARE", 1);
    }
    Filter rare = new Filter(null, "RARE", null, null, null);

    Page first = redrives.list(InMemoryTopics.METRICS, rare, filed -> true, null, 100);
    assertThat(first.letters()).isEmpty();
    assertThat(first.looked()).isEqualTo(MAX_LOOKED);
    Page second = redrives.list(InMemoryTopics.METRICS, rare, filed -> true, first.next(), 100);

    assertThat(second.letters()).hasSize(5);
    assertThat(second.next()).isNull();
  }

  @Test
  void what_an_operator_may_not_see_is_not_there() {
    LetterId id = topics.deadLetter(0, "secret", "MALFORMED", 1);

    Report all = redrives.redrive(all(State.WAITING), filed -> false, false, "ops", NOW, null);
    Report named =
        redrives.redrive(named(id, State.WAITING), filed -> false, false, "ops", NOW, null);

    assertThat(all.lines()).isEmpty();
    assertThat(named.lines()).isEmpty();
    assertThat(topics.sent).isEmpty();
  }

  @Test
  void what_is_no_longer_kept_is_not_found() {
    LetterId id = topics.deadLetter(0, "demo", "MALFORMED", 1);
    topics.expireBefore(InMemoryTopics.METRICS, 1);

    assertThat(redrives.find(id)).isEmpty();
    assertThat(redrives.find(new LetterId(InMemoryTopics.METRICS, 9, 0))).isEmpty();
  }

  private Redrives redrives() {
    return new Redrives(
        topics,
        topics,
        topics,
        topics,
        new SchemaEventReader(),
        new Redrives.Limits(MAX_ATTEMPTS, MAX_LOOKED));
  }

  private Report redrive(Selection selection, boolean dryRun) {
    return redrives.redrive(selection, filed -> true, dryRun, "ops", NOW, "fixed");
  }

  private List<String> list(Filter filter) {
    return redrives
        .list(InMemoryTopics.METRICS, filter, filed -> true, null, 100)
        .letters()
        .stream()
        .map(filed -> filed.letter().id())
        .map(id -> id.partition() + "/" + id.offset())
        .toList();
  }

  private static Selection all(State meant) {
    return of(InMemoryTopics.METRICS, Filter.ALL, meant, null, 100);
  }

  private static Selection of(
      String topic, Filter filter, State meant, @Nullable LetterId after, int limit) {
    return new Selection(List.of(), topic, filter, meant, after, limit);
  }

  private static Selection named(LetterId id, State meant) {
    return new Selection(List.of(id), "", Filter.ALL, meant, null, 100);
  }

  private static Map<String, String> headers(Outgoing.Again again) {
    return again.headers().stream()
        .collect(
            Collectors.toMap(
                Kept.Header::name, header -> header.value().map(Bytes::text).orElse("")));
  }
}
