package dev.supportpulse.intake.submission;

import com.fasterxml.jackson.databind.JsonNode;

/** Leaves everything as it came, for tests of what becomes of it otherwise. */
public final class Untouched implements Privacy {

  @Override
  public JsonNode clean(JsonNode event) {
    return event;
  }

  @Override
  public String clean(String project, String text) {
    return text;
  }
}
