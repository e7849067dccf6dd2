package dev.supportpulse.intake.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.intake.submission.Fault;
import dev.supportpulse.intake.submission.Outcome.OfEvent;
import dev.supportpulse.intake.submission.Outcome.Quarantined;
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

  static EventAnswer accepted(OfEvent outcome) {
    return of(outcome, Status.ACCEPTED, null);
  }

  static EventAnswer duplicate(OfEvent outcome) {
    return of(outcome, Status.DUPLICATE, null);
  }

  static EventAnswer quarantined(Quarantined outcome) {
    return of(outcome, Status.QUARANTINED, outcome.fault());
  }

  private static EventAnswer of(OfEvent outcome, Status status, @Nullable Fault fault) {
    SupportEvent event = outcome.event();
    return new EventAnswer(
        event.project(),
        event.source(),
        event.id(),
        outcome.identity().hex(),
        status,
        fault == null ? null : fault.reason().name(),
        fault == null ? null : fault.field(),
        fault == null ? null : fault.message());
  }
}
