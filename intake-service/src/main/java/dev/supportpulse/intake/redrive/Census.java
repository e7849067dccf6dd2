package dev.supportpulse.intake.redrive;

import dev.supportpulse.intake.redrive.LetterLog.Span;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many letters there are, by topic, code and state. Follows the topics: each refresh reads only
 * what came since the last one. Of a topic that holds more letters than it remembers it knows the
 * newest by code and state, and of the older ones how many they are.
 */
public final class Census {

  private final LetterLog log;
  private final MarkBook marks;
  private final int maxAttempts;
  private final int maxRemembered;
  private final Map<String, TreeMap<Integer, Followed>> topics = new HashMap<>();

  /**
   * A census that has counted nothing yet.
   *
   * @param maxAttempts a letter that was tried so often in vain is parked
   * @param maxRemembered how many letters of a topic are remembered, some 50 bytes each
   */
  public Census(LetterLog log, MarkBook marks, int maxAttempts, int maxRemembered) {
    this.log = log;
    this.marks = marks;
    this.maxAttempts = maxAttempts;
    this.maxRemembered = maxRemembered;
  }

  /** What is to be remembered of a letter; the state is what it is without a mark. */
  private record Entry(LetterId id, String code, State unmarked) {}

  private static final class Followed {
    private final Deque<Entry> entries = new ArrayDeque<>();
    private Span span = new Span(0, 0);
    private long next = -1;
  }

  /**
   * The counts of all topics.
   *
   * @param asOf when they were made
   */
  public record Counts(Instant asOf, List<TopicCounts> topics) {

    public Counts {
      topics = List.copyOf(topics);
    }

    /** Those of one topic. */
    public TopicCounts of(String topic) {
      return topics.stream()
          .filter(counts -> counts.topic().equals(topic))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no letters in " + topic));
    }
  }

  /**
   * The counts of a topic.
   *
   * @param total how many letters it holds
   * @param older how many of them are older than those counted by code and state
   */
  public record TopicCounts(String topic, long total, long older, List<Count> counts) {

    public TopicCounts {
      counts = List.copyOf(counts);
    }

    /** How many letters are in that state. */
    public long in(State state) {
      return counts.stream().filter(c -> c.state() == state).mapToLong(Count::letters).sum();
    }
  }

  /** So many letters have that code and state. */
  public record Count(String code, State state, long letters) {}

  /** Reads what came since, and counts. Blocks while the log is slow; one caller at a time. */
  public synchronized Counts refresh(Instant now) {
    marks.refresh();
    List<TopicCounts> counted = new ArrayList<>();
    for (String topic : LetterReader.topics()) {
      follow(topic);
      counted.add(count(topic));
    }
    return new Counts(now, counted);
  }

  private void follow(String topic) {
    TreeMap<Integer, Followed> partitions = topics.computeIfAbsent(topic, t -> new TreeMap<>());
    Map<Integer, Span> spans = log.spans(topic, null);
    int perPartition = Math.max(1, maxRemembered / Math.max(1, spans.size()));
    spans.forEach(
        (partition, span) ->
            follow(
                topic,
                partition,
                span,
                partitions.computeIfAbsent(partition, p -> new Followed()),
                perPartition));
  }

  private void follow(String topic, int partition, Span span, Followed followed, int limit) {
    followed.span = span;
    if (followed.next > span.end()) { // the topic was made anew
      followed.entries.clear();
      followed.next = -1;
    }
    followed.next = Math.max(followed.next, Math.max(span.begin(), span.end() - limit));
    while (followed.next < span.end()) {
      List<Kept> records = log.read(topic, partition, new Span(followed.next, span.end()));
      if (records.isEmpty()) {
        break;
      }
      for (Kept record : records) {
        Letter letter = LetterReader.read(record);
        followed.entries.addLast(
            new Entry(letter.id(), letter.code(), State.of(letter, null, maxAttempts)));
        followed.next = record.id().offset() + 1;
      }
    }
    while (!followed.entries.isEmpty()
        && (followed.entries.size() > limit
            || followed.entries.getFirst().id().offset() < span.begin())) {
      followed.entries.removeFirst();
    }
    marks.forgetBefore(new LetterId(topic, partition, span.begin()));
  }

  private TopicCounts count(String topic) {
    long total = 0;
    long remembered = 0;
    TreeMap<String, Map<State, Long>> byCode = new TreeMap<>();
    for (Followed followed : topics.getOrDefault(topic, new TreeMap<>()).values()) {
      total += followed.span.size();
      remembered += followed.entries.size();
      for (Entry entry : followed.entries) {
        byCode
            .computeIfAbsent(entry.code(), code -> new TreeMap<>())
            .merge(state(entry), 1L, Long::sum);
      }
    }
    List<Count> counts = new ArrayList<>();
    byCode.forEach(
        (code, states) ->
            states.forEach((state, letters) -> counts.add(new Count(code, state, letters))));
    return new TopicCounts(topic, total, total - remembered, counts);
  }

  private State state(Entry entry) {
    Mark mark = entry.unmarked() == State.FINAL ? null : marks.of(entry.id());
    return mark == null ? entry.unmarked() : State.of(mark);
  }
}
