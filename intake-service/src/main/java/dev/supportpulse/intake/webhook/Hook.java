package dev.supportpulse.intake.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.supportpulse.events.Malformed;
import dev.supportpulse.intake.json.NotJson;
import dev.supportpulse.intake.json.StrictJson;
import dev.supportpulse.intake.submission.Fault;
import dev.supportpulse.intake.submission.Reason;
import dev.supportpulse.intake.submission.Submission;
import dev.supportpulse.intake.webhook.Reception.Ignored;
import dev.supportpulse.intake.webhook.Reception.Locked;
import dev.supportpulse.intake.webhook.Reception.NotGenuine;
import dev.supportpulse.intake.webhook.Reception.Translated;
import dev.supportpulse.intake.webhook.Reception.Unreadable;
import dev.supportpulse.intake.webhook.Verifier.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One configured webhook: a connector with the secrets and the project of one upstream system. */
public final class Hook {

  private final Connector connector;
  private final @Nullable Verifier verifier;
  private final Origin origin;
  private final StrictJson json;

  /**
   * A hook.
   *
   * @param secrets any of which a delivery may be signed with; without any the hook is locked
   * @throws IllegalArgumentException if a secret is unusable
   */
  public Hook(
      Connector connector,
      Origin origin,
      List<String> secrets,
      Duration replayWindow,
      StrictJson json) {
    this.connector = connector;
    this.verifier = secrets.isEmpty() ? null : connector.verifier(secrets, replayWindow);
    this.origin = origin;
    this.json = json;
  }

  /** What that delivery is; nothing of it is read before its signature is verified. */
  public Reception receive(Delivery delivery) {
    if (verifier == null) {
      return new Locked();
    }
    Optional<Refusal> refusal = verifier.refusal(delivery);
    return refusal.isPresent() ? new NotGenuine(refusal.get()) : read(delivery);
  }

  private Reception read(Delivery delivery) {
    try {
      StrictJson.Item payload = json.read(delivery.body());
      Fault fault = payload.fault();
      return fault == null ? translate(delivery, payload.node()) : unreadable(fault);
    } catch (NotJson e) {
      return unreadable(e.fault());
    } catch (Malformed e) {
      return unreadable(new Fault(Reason.INVALID_FIELD, e.field(), String.valueOf(e.getMessage())));
    }
  }

  private Reception translate(Delivery delivery, JsonNode payload) {
    List<Submission> events = connector.translate(delivery, Payload.of(payload), origin);
    return events.isEmpty() ? new Ignored() : new Translated(events);
  }

  private Unreadable unreadable(Fault fault) {
    return new Unreadable(
        Submission.unreadable(
            JsonNodeFactory.instance.objectNode().put("project", origin.project()), fault));
  }
}
