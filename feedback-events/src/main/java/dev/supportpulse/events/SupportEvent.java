package dev.supportpulse.events;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An immutable fact, as the services pass it on: the attributes of a CloudEvent 1.0 and typed data.
 *
 * @param project the open-source project that is supported: the tenant
 * @param source the CloudEvents {@code source}: which upstream system speaks
 * @param id the CloudEvents {@code id}: unique within project and source
 * @param occurredAt event time (CloudEvents {@code time}); the only time that windows use
 * @param subject informative only
 * @param receivedAt when intake took it; absent on what the services publish by themselves
 * @param digest what intake computed over the body; absent on what the services publish
 * @param data the facts
 */
public record SupportEvent(
    String project,
    String source,
    String id,
    Instant occurredAt,
    @Nullable String subject,
    @Nullable Instant receivedAt,
    @Nullable Digest digest,
    EventData data) {

  private static final Pattern PROJECT = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

  public SupportEvent {
    if (project == null || !isProject(project)) {
      throw new Malformed("/project", "is required and must match " + PROJECT);
    }
    Malformed.requireText(source, "/source");
    Malformed.requireText(id, "/id");
    Malformed.requirePresent(occurredAt, "/time");
    Malformed.requirePresent(data, "/data");
  }

  /** Whether that text can name a project. */
  public static boolean isProject(String text) {
    return PROJECT.matcher(text).matches();
  }

  /** The type of the data. */
  public EventType type() {
    return EventType.of(data);
  }

  /** This event's own identity. */
  public Identity identity() {
    return Identity.of(project, source, id);
  }

  /**
   * The Kafka key: the identity of the event that this one is <em>about</em>. A void and a
   * classification carry their target's, so that one owner sees everything about an identity, in
   * order.
   */
  public Identity key() {
    Identity target = target();
    return target == null ? identity() : target;
  }

  /**
   * As {@link #key()}, for whoever knows this event's own identity already: finding it takes a
   * cryptographic hash.
   */
  public Identity key(Identity own) {
    Identity target = target();
    return target == null ? own : target;
  }

  /** The identity of another event that this one is about; null if it is about itself. */
  private @Nullable Identity target() {
    if (data instanceof EventVoided voided) {
      return Identity.of(project, voided.source(), voided.id());
    }
    if (data instanceof NeedClassified classified) {
      return Identity.of(project, classified.target().source(), classified.target().id());
    }
    return null;
  }
}
