package dev.supportpulse.classifier.topics;

import dev.supportpulse.events.Identity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a text.
 *
 * @param source of the event, with its id
 * @param user the pseudonym of who wrote it, to erase it by
 * @param terms distinct
 */
public record TopicText(
    String project,
    Identity identity,
    String source,
    String id,
    @Nullable String user,
    Instant occurredAt,
    List<String> terms,
    Sketch sketch) {

  public TopicText {
    terms = List.copyOf(terms);
  }
}
