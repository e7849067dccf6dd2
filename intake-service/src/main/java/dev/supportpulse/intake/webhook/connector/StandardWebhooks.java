package dev.supportpulse.intake.webhook.connector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.events.EventType;
import dev.supportpulse.events.Malformed;
import dev.supportpulse.intake.submission.Submission;
import dev.supportpulse.intake.webhook.Connector;
import dev.supportpulse.intake.webhook.Delivery;
import dev.supportpulse.intake.webhook.Origin;
import dev.supportpulse.intake.webhook.Payload;
import dev.supportpulse.intake.webhook.Verifier;
import dev.supportpulse.intake.webhook.signature.StandardSignature;
import java.time.Duration;
import java.util.List;

/**
 * Any system that sends our own events by Standard Webhooks 1.0.0: {@code {type, timestamp, data}}.
 *
 * <p>{@code data} is a whole event, plain or a CloudEvent, if it has a {@code type} and {@code
 * data} of its own; else {@code type} is one of our types, with or without its prefix, and {@code
 * data} are its facts. What the event doesn't say follows from the delivery: its {@code
 * webhook-id}, which is the same whenever it is sent again, and its {@code timestamp}.
 */
final class StandardWebhooks implements Connector {

  @Override
  public Verifier verifier(List<String> secrets, Duration replayWindow) {
    return new StandardSignature(secrets, replayWindow);
  }

  @Override
  public List<Submission> translate(Delivery delivery, Payload payload, Origin origin) {
    Payload data = payload.at("data");
    if (data.text("type").isPresent() && data.at("data").node().isObject()) {
      return List.of(event(data, delivery, payload, origin));
    }
    String type = wireName(payload.requiredText("type"));
    return EventType.fromWireName(type).isPresent()
        ? List.of(event(renamed(payload, type), delivery, payload, origin))
        : List.of();
  }

  private static Submission event(
      Payload given, Delivery delivery, Payload payload, Origin origin) {
    given.text("project").ifPresent(project -> requireOwn(project, origin));
    ObjectNode event = given.node().deepCopy();
    event.put("project", origin.project());
    putIfAbsent(event, "specversion", "1.0");
    putIfAbsent(event, "source", origin.source());
    putIfAbsent(event, "id", delivery.header(StandardSignature.ID).orElseThrow());
    payload.text("timestamp").ifPresent(time -> putIfAbsent(event, "time", time));
    return Submission.plain(event, "", delivery.receivedAt());
  }

  /** The payload itself as an event: its other members are metadata of the delivery. */
  private static Payload renamed(Payload payload, String type) {
    ObjectNode event = payload.node().<ObjectNode>deepCopy();
    event.retain("data");
    return Payload.of(event.put("type", type));
  }

  private static void putIfAbsent(ObjectNode event, String name, String value) {
    if (!event.has(name)) {
      event.put(name, value);
    }
  }

  private static String wireName(String type) {
    return type.startsWith(EventType.PREFIX) ? type : EventType.PREFIX + type;
  }

  private static void requireOwn(String project, Origin origin) {
    if (!project.equals(origin.project())) {
      throw new Malformed(
          "/data/project",
          "must be %s, which this hook speaks for: leave it out".formatted(origin.project()));
    }
  }
}
