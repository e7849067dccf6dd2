package dev.supportpulse.intake.submission;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudevents.CloudEvent;

/** Reads structured JSON as a CloudEvent, if it keeps to the schemas of the shared language. */
public interface EventReader {

  /**
   * The event, with everything that it carries.
   *
   * @throws dev.supportpulse.events.Malformed if it breaks a schema
   */
  CloudEvent read(JsonNode event);
}
