package dev.supportpulse.events;

import org.jspecify.annotations.Nullable;

/**
 * Somebody did something that others must be able to ask about later. Says who, what and to what,
 * never what that holds; when is the event's time.
 *
 * @param actor the id of the API key, {@code anonymous} where access is open
 * @param operation a stable upper-case code, such as {@code REDRIVE_LETTER}
 * @param object the name of what it was done to; null if it has none that may be kept for ever
 */
public record OperationAudited(String actor, String operation, @Nullable String object)
    implements EventData {

  public OperationAudited {
    Malformed.requireText(actor, "/data/actor");
    Malformed.requireText(operation, "/data/operation");
  }
}
