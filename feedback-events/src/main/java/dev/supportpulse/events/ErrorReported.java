package dev.supportpulse.events;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A crash or an error report. {@code count} says how often it happened, at least 1; absent means
 * once.
 */
public record ErrorReported(
    String message,
    @Nullable String stackTrace,
    @Nullable String version,
    @Nullable JsonNode environment,
    @Nullable Long count,
    @Nullable String user,
    @Nullable String account)
    implements UpstreamData {

  public ErrorReported {
    Malformed.requireText(message, "/data/message");
  }

  @Override
  public @Nullable String text() {
    return message;
  }
}
