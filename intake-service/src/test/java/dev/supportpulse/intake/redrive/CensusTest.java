package dev.supportpulse.intake.redrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.Topics;
import dev.supportpulse.intake.redrive.Census.Count;
import dev.supportpulse.intake.redrive.Census.TopicCounts;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CensusTest {

  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
  private static final int MAX_ATTEMPTS = 5;

  private final InMemoryTopics topics = new InMemoryTopics();

  @Test
  void letters_are_counted_by_code_and_state() {
    topics.deadLetter(0, "demo", "MALFORMED", 1);
    topics.deadLetter(0, "demo", "MALFORMED", MAX_ATTEMPTS);
    LetterId redriven = topics.deadLetter(1, "demo", "MALFORMED", 1);
    topics.deadLetter(1, "demo", "WRONG_KEY", 1);
    topics.marks.put(redriven, new Mark(Mark.Kind.REDRIVEN, "ops", NOW, null));
    topics.add(
        Topics.REJECTED,
        0,
        Map.of(),
        """
        {"outcome":"REJECTED","code":"INVALID_FIELD","message":"m","receivedAt":"2026-03-01T10:00:00Z"}""");

    Census.Counts counts = census(100).refresh(NOW);

    assertThat(counts.of(InMemoryTopics.METRICS).counts())
        .containsExactlyInAnyOrder(
            new Count("MALFORMED", State.WAITING, 1),
            new Count("MALFORMED", State.PARKED, 1),
            new Count("MALFORMED", State.REDRIVEN, 1),
            new Count("WRONG_KEY", State.WAITING, 1));
    assertThat(counts.of(InMemoryTopics.METRICS).in(State.WAITING)).isEqualTo(2);
    assertThat(counts.of(Topics.REJECTED).counts())
        .containsExactly(new Count("INVALID_FIELD", State.FINAL, 1));
  }

  @Test
  void a_refresh_reads_only_what_came_since() {
    Census census = census(100);
    topics.deadLetter(0, "demo", "MALFORMED", 1);
    census.refresh(NOW);
    int reads = topics.reads;

    census.refresh(NOW);
    assertThat(topics.reads).isEqualTo(reads);
    topics.deadLetter(0, "demo", "MALFORMED", 1);

    assertThat(census.refresh(NOW).of(InMemoryTopics.METRICS).in(State.WAITING)).isEqualTo(2);
    assertThat(topics.reads).isEqualTo(reads + 1);
  }

  @Test
  void of_too_many_letters_the_newest_are_known_and_the_total_is_exact() {
    for (int i = 0; i < 10; i++) {
      topics.deadLetter(0, "demo", "MALFORMED", 1);
    }
    Census census = census(4);

    TopicCounts atOnce = census.refresh(NOW).of(InMemoryTopics.METRICS);
    topics.deadLetter(0, "demo", "MALFORMED", 1);
    TopicCounts later = census.refresh(NOW).of(InMemoryTopics.METRICS);

    assertThat(atOnce.total()).isEqualTo(10);
    assertThat(atOnce.in(State.WAITING)).isEqualTo(4);
    assertThat(atOnce.older()).isEqualTo(6);
    assertThat(later.total()).isEqualTo(11);
    assertThat(later.in(State.WAITING)).isEqualTo(4);
    assertThat(later.older()).isEqualTo(7);
  }

  @Test
  void letters_that_are_no_longer_kept_are_counted_no_longer_and_their_marks_forgotten() {
    LetterId first = topics.deadLetter(0, "demo", "MALFORMED", 1);
    topics.deadLetter(0, "demo", "MALFORMED", 1);
    topics.marks.put(first, new Mark(Mark.Kind.PARKED, "ops", NOW, null));
    Census census = census(100);
    census.refresh(NOW);

    topics.expireBefore(InMemoryTopics.METRICS, 1);
    TopicCounts counts = census.refresh(NOW).of(InMemoryTopics.METRICS);

    assertThat(counts.total()).isEqualTo(1);
    assertThat(counts.counts()).containsExactly(new Count("MALFORMED", State.WAITING, 1));
    assertThat(topics.marks).isEmpty();
  }

  private Census census(int maxRemembered) {
    return new Census(topics, topics, MAX_ATTEMPTS, maxRemembered);
  }
}
