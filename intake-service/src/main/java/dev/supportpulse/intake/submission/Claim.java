package dev.supportpulse.intake.submission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.Identity;
import dev.supportpulse.events.Malformed;
import dev.supportpulse.events.SupportEvent;
import org.jspecify.annotations.Nullable;

/**
 * Who an event says it is, even if the rest of it is wrong; each part is null unless it is valid.
 */
public record Claim(@Nullable String project, @Nullable String source, @Nullable String id) {

  /** Under which project an event counts that names none, or no valid one. */
  public static final String UNKNOWN_PROJECT = "unknown";

  private static final int MAX_SOURCE = 1024;
  private static final int MAX_ID = 256;

  /** What that structured event says. */
  public static Claim of(JsonNode event) {
    String project = event.path("project").textValue();
    String source = event.path("source").textValue();
    String id = event.path("id").textValue();
    return new Claim(
        project != null && SupportEvent.isProject(project) ? project : null,
        isText(source, MAX_SOURCE) && isUri(source) ? source : null,
        isText(id, MAX_ID) ? id : null);
  }

  /** Whether it names a project that isn't in that scope. */
  boolean isBeyond(Scope scope) {
    return project != null && !scope.covers(project);
  }

  /** The same without a project: what somebody sends who may not is not that project's. */
  Claim ofNoProject() {
    return new Claim(null, source, id);
  }

  /** The project that the event counts under. */
  public String countedUnder() {
    return project == null ? UNKNOWN_PROJECT : project;
  }

  /** Whether it says who it is within the project that it counts under. */
  boolean isNamed() {
    return source != null && id != null;
  }

  /** The event's identity, null unless all its parts are valid. */
  public @Nullable Identity identity() {
    return project == null || source == null || id == null
        ? null
        : Identity.of(project, source, id);
  }

  private static boolean isText(@Nullable String text, int maxLength) {
    return text != null
        && !text.isBlank()
        && text.length() <= maxLength
        && text.equals(Printable.text(text, maxLength));
  }

  private static boolean isUri(@Nullable String source) {
    try {
      return source != null && !EventCodec.source(source).toString().isEmpty();
    } catch (Malformed e) {
      return false;
    }
  }
}
