package dev.supportpulse.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.EventType;
import dev.supportpulse.events.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Checks values against one published schema and says what is wrong in the schema's own words. */
final class SchemaCheck {

  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);

  // Stops at the first fault: a hostile body can't make it collect a million of them.
  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder()
          .pathType(PathType.JSON_POINTER)
          .locale(Locale.ENGLISH)
          .failFast(true)
          .build();

  private final JsonSchema schema;
  private final String root;

  private SchemaCheck(JsonSchema schema, String root) {
    this.schema = schema;
    this.root = root;
  }

  /** Checks by the schema at that class path resource; {@code root} is where the values stand. */
  static SchemaCheck load(String resource, String root) {
    try (InputStream in = EventType.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing schema " + resource);
      }
      JsonSchema schema = FACTORY.getSchema(EventCodec.mapper().readTree(in), CONFIG);
      schema.initializeValidators();
      return new SchemaCheck(schema, root);
    } catch (IOException e) {
      throw new UncheckedIOException("unreadable schema " + resource, e);
    }
  }

  /**
   * Passes valid values.
   *
   * @throws Malformed naming the first field that breaks the schema
   */
  void require(JsonNode value) {
    Set<ValidationMessage> faults = schema.validate(value);
    if (!faults.isEmpty()) {
      throw malformed(faults.iterator().next());
    }
  }

  private Malformed malformed(ValidationMessage fault) {
    String at = root + fault.getInstanceLocation();
    String property = fault.getProperty();
    return switch (fault.getType()) {
      case "required" ->
          new Malformed(
              at + "/" + property,
              "is required" + described(fault.getInstanceLocation() + "/" + property));
      case "enum" ->
          new Malformed(
              at,
              "must be one of "
                  + StreamSupport.stream(fault.getSchemaNode().spliterator(), false)
                      .map(JsonNode::asText)
                      .collect(Collectors.joining(", ")));
      case "not" ->
          new Malformed(at, "is not allowed" + described(fault.getInstanceLocation().toString()));
      default ->
          new Malformed(
              at, lastPart(fault.getMessage()) + described(fault.getInstanceLocation().toString()));
    };
  }

  /** The published description of the field, as the remedy. */
  private String described(String pointer) {
    String path = pointer.replaceAll("/[0-9]+(?=/|$)", "/items").replace("/", "/properties/");
    String description =
        schema
            .getSchemaNode()
            .at(path.replace("/properties/items", "/items"))
            .path("description")
            .asText();
    return description.isEmpty() ? "" : ": " + description;
  }

  /** The validator's message without the location that it begins with. */
  private static String lastPart(String message) {
    int end = message.indexOf(": ");
    return end < 0 ? message : message.substring(end + 2);
  }
}
