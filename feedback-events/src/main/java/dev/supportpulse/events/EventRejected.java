package dev.supportpulse.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that was refused, and why. {@code field} is a JSON Pointer; {@code original} is what
 * came, redacted.
 */
public record EventRejected(
    RejectionOutcome outcome,
    String code,
    @Nullable String field,
    String message,
    Instant receivedAt,
    @Nullable JsonNode original)
    implements EventData {

  public EventRejected {
    Malformed.requirePresent(outcome, "/data/outcome");
    Malformed.requireText(code, "/data/code");
    Malformed.requireText(message, "/data/message");
    Malformed.requirePresent(receivedAt, "/data/receivedAt");
  }
}
