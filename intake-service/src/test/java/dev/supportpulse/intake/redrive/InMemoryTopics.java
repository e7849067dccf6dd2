package dev.supportpulse.intake.redrive;

import dev.supportpulse.events.DeadLetterHeaders;
import dev.supportpulse.events.Topics;
import dev.supportpulse.intake.audit.AuditTrail;
import dev.supportpulse.intake.audit.Audited;
import dev.supportpulse.intake.redrive.Kept.Bytes;
import dev.supportpulse.intake.submission.LogUnavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All ports over lists: what is put in again is in {@link #sent}. */
final class InMemoryTopics implements LetterLog, MarkBook, Outbox, AuditTrail {

  static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  static final String METRICS = Topics.deadLetters("metrics");

  private static final int CHUNK = 3;

  final List<Outgoing> sent = new ArrayList<>();
  final List<Audited> audited = new ArrayList<>();
  final Map<LetterId, Mark> marks = new HashMap<>();
  boolean crashesBeforeMarking;
  boolean isNotAuditable;
  int reads;

  private final Map<String, NavigableMap<Integer, List<Kept>>> topics = new HashMap<>();
  private final Map<String, Long> begins = new HashMap<>();

  /** A dead letter of metrics; kept a second after the one before. */
  LetterId deadLetter(int partition, String project, String code, int attempts) {
    return add(
        METRICS,
        partition,
        Map.of(
            "ce_project",
            project,
            "traceparent",
            "00-trace-01",
            DeadLetterHeaders.TOPIC,
            Topics.EVENTS,
            DeadLetterHeaders.CODE,
            code,
            DeadLetterHeaders.REASON,
            "for a reason",
            DeadLetterHeaders.ATTEMPTS,
            Integer.toString(attempts)),
        "body");
  }

  LetterId add(String topic, int partition, Map<String, String> headers, String body) {
    List<Kept> records =
        topics
            .computeIfAbsent(topic, name -> new TreeMap<>())
            .computeIfAbsent(partition, number -> new ArrayList<>());
    LetterId id = new LetterId(topic, partition, records.size());
    records.add(
        new Kept(
            id,
            START.plusSeconds(records.size()),
            Bytes.of("key"),
            headers.entrySet().stream()
                .map(header -> new Kept.Header(header.getKey(), Bytes.of(header.getValue())))
                .toList(),
            Bytes.of(body)));
    return id;
  }

  /** The records of every partition of a topic before that offset are kept no longer. */
  void expireBefore(String topic, long offset) {
    begins.put(topic, offset);
  }

  @Override
  public NavigableMap<Integer, Span> spans(String topic, @Nullable Instant from) {
    NavigableMap<Integer, Span> spans = new TreeMap<>();
    topics
        .getOrDefault(topic, new TreeMap<>())
        .forEach(
            (partition, records) -> {
              long begin = begins.getOrDefault(topic, 0L);
              while (from != null
                  && begin < records.size()
                  && records.get((int) begin).keptAt().isBefore(from)) {
                begin++;
              }
              spans.put(partition, new Span(begin, records.size()));
            });
    return spans;
  }

  @Override
  public List<Kept> read(String topic, int partition, Span span) {
    reads++;
    List<Kept> records =
        topics.getOrDefault(topic, new TreeMap<>()).getOrDefault(partition, List.of());
    return List.copyOf(
        records.subList((int) span.begin(), (int) Math.min(span.end(), span.begin() + CHUNK)));
  }

  @Override
  public void refresh() {}

  @Override
  public @Nullable Mark of(LetterId letter) {
    return marks.get(letter);
  }

  @Override
  public void write(Map<LetterId, Mark> written) {
    if (crashesBeforeMarking) {
      throw new LogUnavailable("crashed", new IllegalStateException());
    }
    marks.putAll(written);
  }

  @Override
  public void forgetBefore(LetterId first) {
    marks
        .keySet()
        .removeIf(
            id ->
                id.topic().equals(first.topic())
                    && id.partition() == first.partition()
                    && id.offset() < first.offset());
  }

  @Override
  public void record(List<Audited> entries) {
    if (isNotAuditable) {
      throw new LogUnavailable("not audited", new IllegalStateException());
    }
    audited.addAll(entries);
  }

  @Override
  public void send(List<Outgoing> records) {
    sent.addAll(records);
  }
}
