package dev.supportpulse.intake.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.events.EventType;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * The published JSON Schemas as components of the API description: {@code Event} in full, {@code
 * Events} for a batch of them, {@code PlainEvent} of which some may be left out, and one for the
 * data of each type.
 */
final class EventSchemas {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String COMPONENTS = "#/components/schemas/";
  private static final String ENVELOPE = "/schemas/event.v1.json";
  private static final List<String> LEFT_OUT_OF_PLAIN = List.of("specversion", "id", "time");

  private EventSchemas() {}

  /** The schemas by name. */
  static Map<String, Schema> read() {
    ObjectNode schemas = NODES.objectNode();
    List<EventType> upstream =
        Arrays.stream(EventType.values()).filter(EventType::upstream).toList();
    ObjectNode event = component(ENVELOPE);
    ArrayNode types = NODES.arrayNode();
    ArrayNode data = NODES.arrayNode();
    for (EventType type : upstream) {
      types.add(type.wireName());
      data.addObject().put("$ref", COMPONENTS + name(type));
      schemas.set(name(type), component(type.schemaResource()));
    }
    ObjectNode properties = (ObjectNode) event.get("properties");
    ((ObjectNode) properties.get("type")).put("type", "string").set("enum", types);
    ((ObjectNode) properties.get("data")).set("anyOf", data);
    schemas.set("Event", event);
    schemas.set("Events", batchOf("Event"));
    schemas.set("PlainEvent", plain(event));
    return parsed(schemas);
  }

  /** {@code case.opened} is {@code CaseOpened}, as its record is called. */
  private static String name(EventType type) {
    return type.dataClass().getSimpleName();
  }

  private static ObjectNode plain(ObjectNode event) {
    ObjectNode plain = event.deepCopy();
    plain.put("title", "plain event");
    plain.put("description", "An event as plain JSON: specversion, id and time may be left out.");
    ArrayNode required = plain.putArray("required");
    for (JsonNode name : event.get("required")) {
      if (!LEFT_OUT_OF_PLAIN.contains(name.asText())) {
        required.add(name);
      }
    }
    return plain;
  }

  private static ObjectNode batchOf(String name) {
    ObjectNode batch = NODES.objectNode().put("type", "array");
    batch.putObject("items").put("$ref", COMPONENTS + name);
    return batch;
  }

  private static ObjectNode component(String resource) {
    try (InputStream in = EventType.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing schema " + resource);
      }
      ObjectNode schema = (ObjectNode) MAPPER.readTree(in);
      // Both would change what the references of the description are relative to.
      schema.remove(List.of("$schema", "$id"));
      return schema;
    } catch (IOException e) {
      throw new UncheckedIOException("unreadable schema " + resource, e);
    }
  }

  private static Map<String, Schema> parsed(ObjectNode schemas) {
    ObjectNode description = NODES.objectNode().put("openapi", "3.1.0");
    description.putObject("info").put("title", "schemas").put("version", "1");
    description.putObject("paths");
    description.putObject("components").set("schemas", schemas);
    byte[] json = description.toString().getBytes(StandardCharsets.UTF_8);
    return SmallRyeOpenAPI.builder()
        .enableAnnotationScan(false)
        .enableModelReader(false)
        .enableStandardFilter(false)
        .enableStandardStaticFiles(false)
        .withCustomStaticFile(() -> new ByteArrayInputStream(json))
        .build()
        .model()
        .getComponents()
        .getSchemas()
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
