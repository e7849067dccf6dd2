package dev.supportpulse.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one codec between {@link SupportEvent} and CloudEvents 1.0. Unknown fields and unknown values
 * of optional enums are ignored, so a reader of version 1 reads version 1.1.
 */
public final class EventCodec {

  /** The extension attribute that names the project. */
  public static final String PROJECT = "project";

  /** The extension attribute that holds {@link SupportEvent#receivedAt()}. */
  public static final String RECEIVED_AT = "receivedat";

  /** The extension attribute that holds {@link SupportEvent#digest()}. */
  public static final String DIGEST = "digest";

  private static final String JSON = "application/json";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
          .withCoercionConfig(
              LogicalType.Textual,
              config ->
                  config
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  private static final Map<EventType, ObjectReader> READERS =
      Arrays.stream(EventType.values())
          .collect(
              Collectors.toMap(
                  Function.identity(),
                  type -> MAPPER.readerFor(type.dataClass()),
                  (one, other) -> one,
                  () -> new EnumMap<>(EventType.class)));

  private EventCodec() {}

  /** The JSON mapper of the shared language. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /** Writes an event, its data from the typed record. */
  public static CloudEvent encode(SupportEvent event) {
    try {
      return encode(event, MAPPER.writeValueAsBytes(event.data()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("data of type " + event.type() + " can't be written", e);
    }
  }

  /**
   * Writes an event whose data is already JSON, so that fields which this version doesn't know are
   * passed on.
   */
  public static CloudEvent encode(SupportEvent event, byte[] dataJson) {
    CloudEventBuilder builder =
        CloudEventBuilder.v1()
            .withId(event.id())
            .withSource(source(event.source()))
            .withType(event.type().wireName())
            .withTime(OffsetDateTime.ofInstant(event.occurredAt(), ZoneOffset.UTC))
            .withExtension(PROJECT, event.project())
            .withDataContentType(JSON)
            .withDataSchema(event.type().dataSchema())
            .withData(dataJson);
    if (event.subject() != null) {
      builder.withSubject(event.subject());
    }
    if (event.receivedAt() != null) {
      builder.withExtension(RECEIVED_AT, event.receivedAt().toString());
    }
    if (event.digest() != null) {
      builder.withExtension(DIGEST, event.digest().hex());
    }
    return builder.build();
  }

  /**
   * Reads an event.
   *
   * @throws Malformed if it breaks the shared language
   */
  public static SupportEvent decode(CloudEvent event) {
    String digest = extension(event, DIGEST);
    return decode(
        event,
        receivedAt(extension(event, RECEIVED_AT)),
        digest == null ? null : new Digest(digest));
  }

  /**
   * Reads an event of which it is already known when it was received and what its digest is;
   * whatever the event itself says of them is not looked at.
   *
   * @throws Malformed if it breaks the shared language
   */
  public static SupportEvent decode(
      CloudEvent event, @Nullable Instant receivedAt, @Nullable Digest digest) {
    EventType type =
        EventType.fromWireName(event.getType())
            .orElseThrow(() -> new Malformed("/type", "is not an event type: " + event.getType()));
    Instant time = event.getTime() == null ? null : event.getTime().toInstant();
    if (time == null) {
      throw new Malformed("/time", "is required");
    }
    String project = extension(event, PROJECT);
    if (project == null) {
      throw new Malformed("/" + PROJECT, "is required");
    }
    return new SupportEvent(
        project,
        event.getSource().toString(),
        event.getId(),
        time,
        event.getSubject(),
        receivedAt,
        digest,
        decodeData(type, event.getData() == null ? new byte[0] : event.getData().toBytes()));
  }

  /**
   * Reads the data of one type.
   *
   * @throws Malformed if it is not JSON of that type
   */
  public static EventData decodeData(EventType type, byte[] json) {
    try {
      EventData data = Objects.requireNonNull(READERS.get(type)).readValue(json);
      if (data == null) {
        throw new Malformed("/data", "is required");
      }
      return data;
    } catch (JsonMappingException e) {
      if (e.getCause() instanceof Malformed malformed) {
        throw malformed;
      }
      throw new Malformed("/data" + pointer(e), "does not fit " + type.shortName(), e);
    } catch (IOException e) {
      throw new Malformed("/data", "is not JSON", e);
    }
  }

  /**
   * The CloudEvents {@code source} as the URI reference that it must be.
   *
   * @throws Malformed if it is none
   */
  public static URI source(String source) {
    try {
      return new URI(source);
    } catch (URISyntaxException e) {
      throw new Malformed("/source", "must be a URI reference, such as /forum or https://…", e);
    }
  }

  private static String pointer(JsonMappingException e) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference reference : e.getPath()) {
      pointer.append('/');
      if (reference.getFieldName() != null) {
        pointer.append(reference.getFieldName());
      } else {
        pointer.append(reference.getIndex());
      }
    }
    return pointer.toString();
  }

  private static @Nullable String extension(CloudEvent event, String name) {
    Object value = event.getExtension(name);
    return value == null ? null : value.toString();
  }

  private static @Nullable Instant receivedAt(@Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      throw new Malformed("/" + RECEIVED_AT, "must be an RFC 3339 instant", e);
    }
  }
}
