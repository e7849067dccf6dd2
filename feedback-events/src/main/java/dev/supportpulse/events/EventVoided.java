package dev.supportpulse.events;

import org.jspecify.annotations.Nullable;

/**
 * Takes back the event ({@code source}, {@code id}) of the same project, which may arrive later
 * than its void.
 */
public record EventVoided(
    String source, String id, @Nullable String reason, @Nullable String account)
    implements UpstreamData {

  public EventVoided {
    Malformed.requireText(source, "/data/source");
    Malformed.requireText(id, "/data/id");
  }
}
