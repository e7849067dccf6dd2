package dev.supportpulse.benchmarks.history;

import dev.supportpulse.events.ClassificationOrigin;
import dev.supportpulse.events.ClassifierTier;
import dev.supportpulse.events.Decision;
import dev.supportpulse.events.Digest;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.EventData;
import dev.supportpulse.events.EventVoided;
import dev.supportpulse.events.FeedbackSubmitted;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.NeedClassified;
import dev.supportpulse.events.Sentiment;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.Topics;
import dev.supportpulse.events.UpstreamData;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * An endless history of several projects: events of every type that counts, each text's
 * classification some records later, and all that makes counting hard. Of a hundred events five are
 * late by up to thirty days, four come twice, and a few conflict, are voided or are corrected by a
 * human. Equal seeds and starts give equal histories.
 */
public final class History implements Iterator<ProducerRecord<byte[], byte[]>> {

  /** The project that half of the events are of. */
  public static final String LARGEST = "orchard";

  private static final List<String> PROJECTS =
      List.of(LARGEST, "lantern", "quarry", "harbour", "meadow", "thimble");
  private static final String SOURCE = "/tracker";
  private static final Duration LATEST = Duration.ofDays(30);

  private static final double LATE = 0.05;
  private static final double TWICE = 0.04;
  private static final double CONFLICTING = 0.003;
  private static final double VOIDED = 0.005;
  private static final double CLASSIFIED = 0.97;
  private static final double CORRECTED = 0.01;

  /** How many records may lie between an event and what follows from it. */
  private static final int SOON = 300;

  private static final int REMEMBERED = 1000;

  private final List<String> projects;
  private final Dice dice;
  private final Duration pace;
  private final Stories stories;
  private final List<SupportEvent> recent = new ArrayList<>();
  private final Deque<Planned> planned = new ArrayDeque<>();
  private Instant now;
  private long events;
  private long records;

  /**
   * A history.
   *
   * @param start event time of the first event
   * @param pace event time between two events
   */
  public History(long seed, Instant start, Duration pace) {
    this(seed, start, pace, PROJECTS);
  }

  /** A history of those projects, of which each has twice as many events as the next. */
  public History(long seed, Instant start, Duration pace, List<String> projects) {
    this.projects = List.copyOf(projects);
    this.dice = new Dice(seed);
    this.now = start;
    this.pace = pace;
    this.stories = new Stories(dice);
  }

  private record Planned(long at, ProducerRecord<byte[], byte[]> message) {}

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public ProducerRecord<byte[], byte[]> next() {
    records++;
    Planned due = planned.peek();
    if (due != null && due.at() <= records) {
      return planned.remove().message();
    }
    now = now.plus(pace);
    return message(Topics.EVENTS, dice.chance(TWICE) && !recent.isEmpty() ? again() : fresh());
  }

  /** A retry, byte for byte; rarely with another body. */
  private SupportEvent again() {
    SupportEvent event = dice.any(recent);
    return dice.chance(CONFLICTING / TWICE)
        ? event(event.project(), event.id(), event.occurredAt(), event.data(), "another body")
        : event;
  }

  private SupportEvent fresh() {
    String project = dice.skewed(projects);
    String id = "event-" + ++events;
    if (dice.chance(VOIDED) && !recent.isEmpty()) {
      SupportEvent target = dice.any(recent);
      return event(
          target.project(), id, now, new EventVoided(SOURCE, target.id(), null, null), "void");
    }
    Instant occurredAt =
        dice.chance(LATE) ? now.minusSeconds(dice.below((int) LATEST.toSeconds())) : now;
    SupportEvent event = event(project, id, occurredAt, stories.next(project), "first body");
    remember(event);
    if (event.data() instanceof UpstreamData data
        && data.classifiable()
        && dice.chance(CLASSIFIED)) {
      plan(classification(event, ClassificationOrigin.MODEL));
      if (dice.chance(CORRECTED)) {
        plan(classification(event, ClassificationOrigin.HUMAN));
      }
    }
    return event;
  }

  private void remember(SupportEvent event) {
    if (recent.size() < REMEMBERED) {
      recent.add(event);
    } else {
      recent.set(dice.below(REMEMBERED), event);
    }
  }

  private void plan(SupportEvent classification) {
    long last = planned.isEmpty() ? records : planned.getLast().at();
    planned.add(
        new Planned(
            Math.max(last, records + dice.oneTo(SOON)),
            message(Topics.CLASSIFICATIONS, classification)));
  }

  private SupportEvent event(
      String project, String id, Instant occurredAt, EventData data, String body) {
    return new SupportEvent(
        project,
        SOURCE,
        id,
        occurredAt,
        null,
        now.plusMillis(dice.below(2000)),
        digest(id + body),
        data);
  }

  private SupportEvent classification(SupportEvent event, ClassificationOrigin origin) {
    boolean lacksSentiment =
        event.data() instanceof FeedbackSubmitted feedback && feedback.sentiment() == null;
    return new SupportEvent(
        event.project(),
        "/classifier",
        origin + "-" + event.id(),
        now,
        null,
        null,
        null,
        new NeedClassified(
            new NeedClassified.Target(event.source(), event.id()),
            event.digest(),
            origin,
            1,
            ClassifierTier.FAST,
            dice.skewed(List.of(NeedCategory.values())),
            now,
            0.5 + dice.below(50) / 100.0,
            Decision.AUTO,
            List.of(new NeedClassified.Alternative(NeedCategory.OTHER, 0.12)),
            List.of(new NeedClassified.Evidence("slow", 1.5)),
            List.of(),
            null,
            null,
            List.of("issue tracker"),
            null,
            lacksSentiment ? dice.any(List.of(Sentiment.values())) : null,
            "2026-11-01"));
  }

  private static Digest digest(String body) {
    try {
      return Digest.ofBytes(
          MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static ProducerRecord<byte[], byte[]> message(String topic, SupportEvent event) {
    return KafkaMessageFactory.<byte[]>createWriter(
            topic, null, null, event.key().hex().getBytes(StandardCharsets.UTF_8))
        .writeBinary(EventCodec.encode(event));
  }
}
