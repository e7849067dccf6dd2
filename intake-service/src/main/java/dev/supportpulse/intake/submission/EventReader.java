package dev.supportpulse.intake.submission;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudevents.CloudEvent;

/** Reads structured JSON as a CloudEvent, if it keeps to the schemas of the shared language. */
public interface EventReader {

  /**
   * Passes an event that keeps to the schemas.
   *
   * @throws dev.supportpulse.events.Malformed if it breaks one
   */
  void check(JsonNode event);

  /**
   * The event, with everything that it carries.
   *
   * @param checked keeps to the schemas, but for what was taken out of its texts since
   * @throws dev.supportpulse.events.Malformed if it is no CloudEvent
   */
  CloudEvent read(JsonNode checked);
}
