package dev.supportpulse.intake.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.EventType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TreatmentTest {

  @ParameterizedTest
  @EnumSource
  void it_is_decided_what_becomes_of_every_string_of_upstream_events(EventType type)
      throws IOException {
    if (!type.upstream()) {
      return;
    }
    for (Map.Entry<String, JsonNode> property : schema(type).path("properties").properties()) {
      if (maySayAnything(property.getValue())) {
        assertThat(Treatment.isDecided(property.getKey()))
            .as("add %s of %s to Treatment", property.getKey(), type)
            .isTrue();
      }
    }
  }

  /** Strings that aren't words of a closed list, also in arrays, and objects of any shape. */
  private static boolean maySayAnything(JsonNode schema) {
    String type = schema.path("type").toString();
    return type.contains("string")
        || (type.contains("array") && maySayAnything(schema.path("items")))
        || (type.contains("object") && !schema.has("properties"));
  }

  private static JsonNode schema(EventType type) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(EventType.class.getResourceAsStream(type.schemaResource()))) {
      return EventCodec.mapper().readTree(in);
    }
  }
}
