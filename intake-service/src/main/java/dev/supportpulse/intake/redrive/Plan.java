package dev.supportpulse.intake.redrive;

import dev.supportpulse.events.DeadLetterHeaders;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.Malformed;
import dev.supportpulse.events.Topics;
import dev.supportpulse.events.TraceParent;
import dev.supportpulse.intake.redrive.Kept.Bytes;
import dev.supportpulse.intake.redrive.Kept.Header;
import dev.supportpulse.intake.submission.EventReader;
import dev.supportpulse.intake.submission.Triage;
import io.cloudevents.CloudEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides what becomes of each selected letter: the same for a dry run and for the real one. */
final class Plan {

  private final EventReader events;

  Plan(EventReader events) {
    this.events = events;
  }

  /**
   * Whether a letter is put in again, and how.
   *
   * @param meant the state of the letters that the operator means
   */
  Decision redrive(Filed filed, State meant) {
    Letter letter = filed.letter();
    if (letter.way() instanceof Way.None none) {
      return new Decision.Leave(none.why());
    }
    if (filed.state() != meant) {
      return otherwise(filed.state());
    }
    int attempt = letter.attempts() + 1;
    if (letter.way() instanceof Way.Again again) {
      return new Decision.Redrive(again(letter, again), attempt);
    }
    if (letter.way() instanceof Way.Release release) {
      return release(letter, release, attempt);
    }
    throw new IllegalStateException("no way such as " + letter.way().getClass());
  }

  /** Whether a letter is parked. */
  static Decision park(Filed filed, State meant) {
    if (filed.letter().way() instanceof Way.None none) {
      return new Decision.Leave(none.why());
    }
    return filed.state() == meant ? new Decision.Park() : otherwise(filed.state());
  }

  private static Decision otherwise(State state) {
    return new Decision.Leave("it is %s: select state %s to mean it".formatted(state, state));
  }

  /** As it was, but that its headers say how often it was tried, and for whom it is. */
  private static Outgoing again(Letter letter, Way.Again way) {
    Kept record = letter.record();
    List<Header> headers = new ArrayList<>();
    for (Header header : record.headers()) {
      if (!header.name().startsWith(DeadLetterHeaders.PREFIX)
          || header.name().equals(DeadLetterHeaders.QUARANTINED)) {
        headers.add(header);
      }
    }
    headers.add(header(DeadLetterHeaders.ATTEMPTS, Integer.toString(letter.attempts())));
    headers.add(header(DeadLetterHeaders.FOR, way.service()));
    return new Outgoing.Again(way.topic(), record.key(), headers, record.body());
  }

  private static Header header(String name, String value) {
    return new Header(name, Bytes.of(value));
  }

  /** As intake would have taken it when it came, in the trace that it came in. */
  private Decision release(Letter letter, Way.Release way, int attempt) {
    try {
      events.check(way.original());
      CloudEvent event =
          Triage.stamped(events.read(way.original()), way.receivedAt(), way.digest());
      return new Decision.Redrive(
          new Outgoing.Released(
              Topics.EVENTS, EventCodec.decode(event).key(), event, releasedHeaders(letter, way)),
          attempt);
    } catch (Malformed e) {
      return new Decision.Leave(
          "its original can't be read any more: %s %s; send it again from upstream"
              .formatted(e.field(), e.getMessage()));
    }
  }

  private static Map<String, String> releasedHeaders(Letter letter, Way.Release way) {
    Map<String, String> headers = new HashMap<>();
    headers.put(DeadLetterHeaders.ATTEMPTS, Integer.toString(letter.attempts()));
    headers.put(DeadLetterHeaders.QUARANTINED, way.receivedAt().toString());
    String traceparent = letter.record().header(TraceParent.HEADER);
    if (traceparent != null) {
      headers.put(TraceParent.HEADER, traceparent);
    }
    return headers;
  }
}
