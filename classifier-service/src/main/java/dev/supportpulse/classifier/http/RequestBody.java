package dev.supportpulse.classifier.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reads fields of a JSON object; what is wrong is answered with a problem that names the field. */
record RequestBody(JsonNode json, String pointer) {

  /**
   * A JSON object.
   *
   * @param pointer JSON Pointer of the object within the body
   * @throws ProblemException if it is none
   */
  static RequestBody object(@Nullable JsonNode json, String pointer) {
    if (json == null || !json.isObject()) {
      throw ProblemException.invalid(pointer, "must be a JSON object");
    }
    return new RequestBody(json, pointer);
  }

  /**
   * A text that must be there.
   *
   * @throws ProblemException if it is missing, blank or no string
   */
  String text(String field) {
    String text = optionalText(field);
    if (text == null || text.isBlank()) {
      throw ProblemException.invalid(
          pointer + "/" + field, "is required and must be a string that is not blank");
    }
    return text;
  }

  /**
   * A text that may be absent.
   *
   * @throws ProblemException if it is there but no string
   */
  @Nullable String optionalText(String field) {
    JsonNode value = json.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw ProblemException.invalid(pointer + "/" + field, "must be a string");
    }
    return value.textValue();
  }
}
