package dev.supportpulse.benchmarks.peer;

import dev.supportpulse.benchmarks.load.Requests;
import dev.supportpulse.events.EventType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;

/**
 * The event that the load consists of: a feedback of 300 bytes as a structured CloudEvent.
 *
 * @param project under which it counts
 * @param time when it happened, to the second
 */
public record SampleEvent(String project, Instant time) {

  /** What fits a body of one. */
  public static final String STRUCTURED = "application/cloudevents+json";

  /** What fits a body of several. */
  public static final String BATCH = "application/cloudevents-batch+json";

  static final String PROJECT = "bench";
  static final String SOURCE = "/forum";
  static final String ID = "event-" + Requests.NUMBER;

  public SampleEvent {
    time = time.truncatedTo(ChronoUnit.SECONDS);
  }

  /** Of the project that most benchmarks use. */
  public static SampleEvent at(Instant time) {
    return new SampleEvent(PROJECT, time);
  }

  String data() {
    return """
        {"sentiment":"NEGATIVE","text":"The query planner got slower after the upgrade from 3.9 to 4.2.","channel":"FORUM","tier":"COMMUNITY"}\
        """;
  }

  /** The event, {@link Requests#NUMBER} in its id. */
  public String structured() {
    return """
        {"specversion":"1.0","id":"%s","source":"%s","type":"%s","project":"%s","time":"%s","data":%s}\
        """
        .formatted(ID, SOURCE, EventType.FEEDBACK_SUBMITTED.wireName(), project, time, data());
  }

  /** An array of so many. */
  public String batch(int events) {
    return "[" + String.join(",", Collections.nCopies(events, structured())) + "]";
  }
}
