package dev.supportpulse.intake.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event that a client submits, whatever the format, as a CloudEvent in structured form.
 *
 * @param sent what the client sent: what the digest is made of
 * @param event the same with what the client may leave out
 * @param unreadable why it can't be read as JSON; null if it can
 */
public record Submission(JsonNode sent, JsonNode event, @Nullable Fault unreadable) {

  /** A CloudEvent; nothing may be left out. */
  public static Submission cloudEvent(JsonNode sent) {
    return new Submission(sent, sent, null);
  }

  /**
   * Plain JSON with the names of a CloudEvent: {@code specversion}, {@code id} and {@code time} may
   * be left out.
   *
   * @param id the id of an event without one
   * @param time the time of an event without one
   */
  public static Submission plain(JsonNode sent, String id, Instant time) {
    if (!(sent instanceof ObjectNode members)) {
      return cloudEvent(sent);
    }
    ObjectNode event = members.objectNode();
    event.put("specversion", "1.0");
    event.put("id", id);
    event.put("time", time.toString());
    event.setAll(members);
    return new Submission(sent, event, null);
  }

  /** What can't be read; {@code sent} is as much as could be. */
  public static Submission unreadable(JsonNode sent, Fault fault) {
    return new Submission(sent, sent, fault);
  }

  /** What can't be read at all. */
  public static Submission unreadable(Fault fault) {
    return unreadable(MissingNode.getInstance(), fault);
  }
}
