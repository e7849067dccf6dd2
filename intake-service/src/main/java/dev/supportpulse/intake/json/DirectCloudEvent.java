package dev.supportpulse.intake.json;

import com.ethlo.time.ITU;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.rw.CloudEventRWException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what nearly every client sends: an event whose attributes are all texts under lower-case
 * names, with JSON as data. The SDK's reader copies the tree first, which takes longer than all the
 * rest; it remains the reader of everything else.
 */
final class DirectCloudEvent {

  private static final String JSON = "application/json";
  private static final ObjectWriter WRITER = JsonMapper.builder().build().writer();

  private DirectCloudEvent() {}

  /**
   * The event as the SDK reads it, null if it is of a kind that is left to the SDK.
   *
   * @param event keeps to the schema of the envelope
   * @throws io.cloudevents.rw.CloudEventRWException if an attribute's value is none
   */
  static @Nullable CloudEvent read(JsonNode event) {
    CloudEventBuilder builder = CloudEventBuilder.v1();
    for (Map.Entry<String, JsonNode> member : event.properties()) {
      String name = member.getKey();
      String text = member.getValue().textValue();
      switch (name) {
        case "specversion" -> {
          // v1, says the schema.
        }
        case "data" -> builder.withData(JSON, written(member.getValue()));
        case "time" -> {
          if (text == null) {
            return null;
          }
          builder.withTime(time(text));
        }
        case "datacontenttype" -> {
          if (!JSON.equals(text)) {
            return null;
          }
        }
        default -> {
          if (text == null || !isAttribute(name)) {
            return null;
          }
          builder.withContextAttribute(name, text);
        }
      }
    }
    return builder.build();
  }

  private static byte[] written(JsonNode data) {
    try {
      return WRITER.writeValueAsBytes(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  private static OffsetDateTime time(String text) {
    try {
      return ITU.parseDateTime(text);
    } catch (DateTimeException e) {
      throw CloudEventRWException.newInvalidAttributeValue("time", text, e);
    }
  }

  /** CloudEvents 1.0 §3.1: lower-case letters and digits; {@code data_base64} is none. */
  private static boolean isAttribute(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) {
        return false;
      }
    }
    return !name.isEmpty();
  }
}
