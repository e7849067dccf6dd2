package dev.supportpulse.intake.submission;

import com.fasterxml.jackson.databind.JsonNode;

/** Keeps personal data out of the log. */
public interface Privacy {

  /** The event, in structured form, without personal data; the same object if it has none. */
  JsonNode clean(JsonNode event);

  /** A text about an event of that project, which may quote it, without personal data. */
  String clean(String project, String text);
}
