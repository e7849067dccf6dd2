package dev.supportpulse.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The golden events: structured CloudEvents, kept as files, that every producer must be able to
 * write and every consumer must be able to read. Two for each type (every field, and only what is
 * required), and one of a later minor version.
 */
public final class GoldenEvents {

  private GoldenEvents() {}

  /** Every golden event. */
  public static List<Golden> all() {
    return Stream.concat(
            Arrays.stream(EventType.values()).flatMap(type -> Stream.of(full(type), minimal(type))),
            Stream.of(laterVersion()))
        .toList();
  }

  /** The golden event of that type which has every field of it. */
  public static Golden full(EventType type) {
    return load(type.shortName());
  }

  /** The golden event of that type which has only what is required. */
  public static Golden minimal(EventType type) {
    return load(type.shortName() + ".minimal");
  }

  /** A feedback written to version 1.1 of its schema, with fields that version 1 doesn't know. */
  public static Golden laterVersion() {
    return load("feedback.submitted.v1.1");
  }

  private static Golden load(String name) {
    String resource = "/golden/" + name + ".json";
    try (InputStream in = GoldenEvents.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing " + resource);
      }
      return new Golden(name, EventCodec.mapper().readTree(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One golden event.
   *
   * @param name its file name without extension
   * @param json the structured CloudEvent
   */
  public record Golden(String name, JsonNode json) {

    /** Its type. */
    public EventType type() {
      return EventType.fromWireName(json.path("type").asText()).orElseThrow();
    }

    /** Its data. */
    public JsonNode data() {
      return json.path("data");
    }

    /** The same as a CloudEvent; its data is exactly {@link #data()}. */
    public CloudEvent cloudEvent() {
      CloudEventBuilder builder = CloudEventBuilder.v1();
      for (Map.Entry<String, JsonNode> member : json.properties()) {
        if (!member.getKey().equals("specversion") && !member.getKey().equals("data")) {
          builder.withContextAttribute(member.getKey(), member.getValue().asText());
        }
      }
      return builder.withData(data().toString().getBytes(StandardCharsets.UTF_8)).build();
    }

    /** The same, decoded. */
    public SupportEvent event() {
      return EventCodec.decode(cloudEvent());
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
