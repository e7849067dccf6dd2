package dev.supportpulse.intake.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.intake.submission.Fault;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one event.
 *
 * @param message only of a quarantined event: why it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    description = "What became of an event; code, field and message say why it is quarantined",
    requiredProperties = {"project", "source", "id", "identity", "status"})
public record EventAnswer(
    @Schema(examples = "demo") String project,
    @Schema(examples = "/forum") String source,
    @Schema(examples = "feedback-1") String id,
    @Schema(
            description = "32 hexadecimal digits; the same for the same project, source and id",
            examples = "afbd33015219d82156e978800d1d6d2f")
        String identity,
    Status status,
    @Nullable String code,
    @Nullable String field,
    @Nullable String message) {

  static EventAnswer accepted(SupportEvent event) {
    return of(event, Status.ACCEPTED, null);
  }

  static EventAnswer duplicate(SupportEvent event) {
    return of(event, Status.DUPLICATE, null);
  }

  static EventAnswer quarantined(SupportEvent event, Fault fault) {
    return of(event, Status.QUARANTINED, fault);
  }

  private static EventAnswer of(SupportEvent event, Status status, @Nullable Fault fault) {
    return new EventAnswer(
        event.project(),
        event.source(),
        event.id(),
        event.identity().hex(),
        status,
        fault == null ? null : fault.reason().name(),
        fault == null ? null : fault.field(),
        fault == null ? null : fault.message());
  }
}
