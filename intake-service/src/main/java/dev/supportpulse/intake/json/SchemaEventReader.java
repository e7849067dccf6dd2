package dev.supportpulse.intake.json;

import com.ethlo.time.ITU;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.EventType;
import dev.supportpulse.events.Malformed;
import dev.supportpulse.intake.submission.EventReader;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.jackson.JsonFormatOptions;
import io.cloudevents.rw.CloudEventRWException;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Checks an event by the published schemas, envelope first, and reads it by the CloudEvents SDK.
 */
public final class SchemaEventReader implements EventReader {

  private static final String ENVELOPE = "/schemas/event.v1.json";

  // Names that can't be CloudEvents attributes are left out: unknown members are never fatal.
  private static final JsonMapper CLOUD_EVENTS =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .addModule(
              JsonFormat.getCloudEventJacksonModule(
                  JsonFormatOptions.builder()
                      .forceIgnoreInvalidExtensionNameDeserialization(true)
                      .build()))
          .build();

  private final SchemaCheck envelope = SchemaCheck.load(ENVELOPE, "");
  private final Map<EventType, SchemaCheck> data =
      Arrays.stream(EventType.values())
          .collect(
              Collectors.toMap(
                  Function.identity(),
                  type -> SchemaCheck.load(type.schemaResource(), "/data"),
                  (one, other) -> one,
                  () -> new EnumMap<>(EventType.class)));

  @Override
  public void check(JsonNode event) {
    envelope.require(event);
    EventCodec.source(event.path("source").asText());
    requireTime(event.path("time").asText());
    EventType.fromWireName(event.path("type").asText())
        .map(data::get)
        .ifPresent(schema -> schema.require(event.path("data")));
  }

  @Override
  public CloudEvent read(JsonNode checked) {
    try {
      CloudEvent direct = DirectCloudEvent.read(checked);
      return direct == null ? bySdk(checked) : direct;
    } catch (JsonProcessingException | CloudEventRWException e) {
      throw new Malformed("", "is not a CloudEvent 1.0", e);
    }
  }

  static CloudEvent bySdk(JsonNode event) throws JsonProcessingException {
    return CLOUD_EVENTS.treeToValue(event, CloudEvent.class);
  }

  private static void requireTime(String time) {
    try {
      ITU.parseDateTime(time);
    } catch (DateTimeException e) {
      throw new Malformed("/time", "is in no calendar: send a date and time that exist", e);
    }
  }
}
