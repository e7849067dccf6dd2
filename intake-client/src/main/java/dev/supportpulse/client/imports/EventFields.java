package dev.supportpulse.client.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.supportpulse.events.EventType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The fields that events have, and of which JSON type each is, by the published schemas. */
final class EventFields {

  private static final String DATA = "data.";
  private static final Pattern LIST_SEPARATOR = Pattern.compile(";");
  private static final int LONGEST_NUMBER = 40;

  private static final Map<EventType, JsonNode> SCHEMAS = new EnumMap<>(EventType.class);
  private static final Set<String> KNOWN = new HashSet<>();

  static {
    read("/schemas/event.v1.json").path("properties").fieldNames().forEachRemaining(KNOWN::add);
    KNOWN.remove("data");
    Arrays.stream(EventType.values()).filter(EventType::upstream).forEach(EventFields::learn);
  }

  private EventFields() {}

  private static void learn(EventType type) {
    JsonNode schema = read(type.schemaResource());
    SCHEMAS.put(type, schema);
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      String field = DATA + property.getKey();
      if ("object".equals(property.getValue().path("type").asText())) {
        property
            .getValue()
            .path("properties")
            .fieldNames()
            .forEachRemaining(name -> KNOWN.add(field + "." + name));
      } else {
        KNOWN.add(field);
      }
    }
  }

  /** Whether some event has that field, such as {@code data.ratings.overall}. */
  static boolean isKnown(String field) {
    return KNOWN.contains(field);
  }

  /**
   * The event with its data, all of it texts, as the schema of its type has it: numbers, booleans,
   * and lists that are separated by semicolons. What doesn't fit stays a text, for intake to judge.
   */
  static ObjectNode typed(ObjectNode event) {
    EventType type =
        EventType.fromWireName(Completion.wireName(event.path("type").asText())).orElse(null);
    JsonNode schema = type == null ? null : SCHEMAS.get(type);
    if (schema != null && event.get("data") instanceof ObjectNode data) {
      event.set("data", typed(data, schema));
    }
    return event;
  }

  private static JsonNode typed(JsonNode value, JsonNode schema) {
    if (value instanceof ObjectNode members) {
      for (Map.Entry<String, JsonNode> member : members.properties()) {
        JsonNode property = schema.path("properties").path(member.getKey());
        member.setValue(typed(member.getValue(), property));
      }
      return members;
    }
    String text = value.asText();
    return switch (schema.path("type").asText()) {
      case "integer", "number" -> number(text);
      case "boolean" ->
          text.equals("true") || text.equals("false")
              ? JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(text))
              : value;
      case "array" -> list(text);
      default -> value;
    };
  }

  private static JsonNode number(String text) {
    try {
      if (text.length() <= LONGEST_NUMBER) {
        return JsonNodeFactory.instance.numberNode(new BigDecimal(text.strip()));
      }
    } catch (NumberFormatException e) {
      // It stays the text that it is.
    }
    return TextNode.valueOf(text);
  }

  private static ArrayNode list(String text) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    LIST_SEPARATOR
        .splitAsStream(text)
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .forEach(list::add);
    return list;
  }

  private static JsonNode read(String resource) {
    try (InputStream in = EventType.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing schema " + resource);
      }
      return Json.ROWS.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("unreadable schema " + resource, e);
    }
  }
}
