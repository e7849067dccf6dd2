package dev.supportpulse.classifier.topics;

import dev.supportpulse.events.Identity;
import java.time.Instant;
import java.util.List;

/**
 * What is kept of a text.
 *
 * @param source of the event, with its id
 * @param terms distinct
 */
public record TopicText(
    String project,
    Identity identity,
    String source,
    String id,
    Instant occurredAt,
    List<String> terms,
    Sketch sketch) {

  public TopicText {
    terms = List.copyOf(terms);
  }
}
