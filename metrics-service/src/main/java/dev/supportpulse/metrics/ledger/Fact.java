package dev.supportpulse.metrics.ledger;

import dev.supportpulse.events.Digest;
import dev.supportpulse.events.EventVoided;
import dev.supportpulse.events.Identity;
import dev.supportpulse.events.RejectionOutcome;
import dev.supportpulse.events.UpstreamData;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one record of a topic says. */
public sealed interface Fact {

  /** The project that it is of. */
  String project();

  /** The events that it is about: those that must be known to apply it. */
  List<EventKey> about();

  /** An event arrived, for the first time or again. */
  record EventArrived(
      EventKey key,
      Digest digest,
      String source,
      String id,
      Instant occurredAt,
      Instant receivedAt,
      UpstreamData data,
      Arrival arrival)
      implements Fact {

    /** An event that an upstream system sent. */
    public EventArrived(
        EventKey key,
        Digest digest,
        String source,
        String id,
        Instant occurredAt,
        Instant receivedAt,
        UpstreamData data) {
      this(key, digest, source, id, occurredAt, receivedAt, data, Arrival.RECEIVED);
    }

    /** Times are kept to the microsecond, so that what is read back equals what was written. */
    public EventArrived {
      occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
      receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public String project() {
      return key.project();
    }

    @Override
    public List<EventKey> about() {
      return data instanceof EventVoided target
          ? List.of(key, keyOf(key.project(), target.source(), target.id()))
          : List.of(key);
    }
  }

  /**
   * The need of an event was classified. Without a digest, which only a human's may lack, it
   * applies to the accepted body.
   */
  record NeedFound(
      EventKey target, @Nullable Digest digest, Classification classification, Instant classifiedAt)
      implements Fact {

    @Override
    public String project() {
      return target.project();
    }

    @Override
    public List<EventKey> about() {
      return List.of(target);
    }
  }

  /**
   * An event was refused: by intake, or here because it is too old for the ledger.
   *
   * @param digest of its body; null if it doesn't say who it is, so that nobody knows it again
   */
  record EventRefused(
      EventKey key, @Nullable Digest digest, Instant receivedAt, RejectionOutcome outcome)
      implements Fact {

    /** Times are kept to the microsecond, so that what is read back equals what was written. */
    public EventRefused {
      receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public String project() {
      return key.project();
    }

    @Override
    public List<EventKey> about() {
      return digest == null ? List.of() : List.of(key);
    }

    /** What is known again if it comes again; null if nothing is. */
    public @Nullable Refusal refusal() {
      return digest == null ? null : new Refusal(key, digest, outcome);
    }
  }

  /** The event of that source and id in the project of {@code event}. */
  static EventKey keyOf(String project, String source, String id) {
    return new EventKey(project, Identity.of(project, source, id));
  }
}
