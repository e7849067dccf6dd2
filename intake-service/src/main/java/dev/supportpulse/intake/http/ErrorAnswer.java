package dev.supportpulse.intake.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.supportpulse.service.problem.Problem;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** An answer of an error in the published API description: always a problem document. */
enum ErrorAnswer {
  INVALID(
      400,
      Applies.WHERE_SAID,
      "Refused: `field` names what is at fault",
      "INVALID_FIELD",
      "/data/sentiment",
      "/data/sentiment must be one of POSITIVE, NEUTRAL, NEGATIVE"),
  UNAUTHENTICATED(
      401,
      Applies.TO_KEYS,
      "Where access is closed: there is no API key, or none of this service",
      "KEY_REQUIRED",
      "Authorization",
      "this service asks who calls: send an API key as 'Authorization: Bearer sp_…'; its operators"
          + " make one with ./run keys create"),
  FORBIDDEN(
      403,
      Applies.TO_KEYS,
      "Where access is closed: the key is for other projects, or lacks the role",
      "PROJECT_FORBIDDEN",
      null,
      "the key is for other projects: use a key for this one"),
  NOT_FOUND(
      404,
      Applies.WHERE_SAID,
      "There is no such thing",
      "NOT_FOUND",
      null,
      "support.rejected/3/17 isn't kept, or not any more"),
  TOO_SLOW(
      408,
      Applies.TO_BODIES,
      "Refused whole: the body took too long to arrive; the connection is closed",
      "REQUEST_TIMEOUT",
      null,
      "the body didn't arrive within PT10S: send the same request again, in smaller parts"),
  TOO_LARGE(
      413,
      Applies.TO_BODIES,
      "Refused whole: more bytes or events than are taken; nothing of it counts as received",
      "REQUEST_TOO_LARGE",
      "",
      "the request has 12582912 bytes; at most 10485760 are taken: split it"),
  UNSUPPORTED(
      415,
      Applies.TO_BODIES,
      "Refused whole: the body is of no type that is taken here, or packed as none that"
          + " `Accept-Encoding` names",
      "UNSUPPORTED_MEDIA_TYPE",
      "Content-Type",
      "Content-Type must be application/json, application/cloudevents+json or"
          + " application/cloudevents-batch+json; /feedback also takes forms"),
  TOO_MANY(
      429,
      Applies.WHERE_SAID,
      "The key's quota is used up: send the same again after `Retry-After` seconds",
      "QUOTA_EXHAUSTED",
      null,
      "the key's quota is used up: send the same request again later"),
  FAILED(
      500,
      Applies.EVERYWHERE,
      "The service failed; the same request may succeed later",
      "INTERNAL_ERROR",
      null,
      "the service failed; its log has the reason"),
  UNAVAILABLE(
      503,
      Applies.TO_BODIES,
      "Not durable now: send the same again after `Retry-After` seconds",
      "LOG_UNAVAILABLE",
      null,
      "the events could not be made durable now: send the same request again");

  private enum Applies {
    WHERE_SAID,
    TO_BODIES,
    TO_KEYS,
    EVERYWHERE
  }

  private static final JsonMapper MAPPER = new JsonMapper();

  private final int status;
  private final Applies applies;
  private final String description;
  private final String code;
  private final @Nullable String field;
  private final String detail;

  ErrorAnswer(
      int status,
      Applies applies,
      String description,
      String code,
      @Nullable String field,
      String detail) {
    this.status = status;
    this.applies = applies;
    this.description = description;
    this.code = code;
    this.field = field;
    this.detail = detail;
  }

  /** The HTTP status. */
  int status() {
    return status;
  }

  /** Whether a route answers so even if it doesn't say it itself. */
  boolean appliesTo(Operation operation) {
    return switch (applies) {
      case EVERYWHERE -> true;
      case TO_BODIES -> operation.getRequestBody() != null;
      case TO_KEYS -> operation.getSecurity() != null;
      case WHERE_SAID -> false;
    };
  }

  /** The answer, described. */
  APIResponse response() {
    return OASFactory.createAPIResponse().description(description).content(content());
  }

  /** A problem document, with an example. */
  Content content() {
    return OASFactory.createContent()
        .addMediaType(
            Problem.MEDIA_TYPE,
            OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("Problem"))
                .example(example()));
  }

  /** That problem document, given as JSON. */
  static Content content(String json) {
    try {
      return OASFactory.createContent()
          .addMediaType(
              Problem.MEDIA_TYPE,
              OASFactory.createMediaType()
                  .schema(OASFactory.createSchema().ref("Problem"))
                  .addExample(
                      "problem",
                      OASFactory.createExample().value(MAPPER.readValue(json, Map.class))));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an example is no JSON: " + json, e);
    }
  }

  /** The problem document as a map. */
  Object example() {
    return MAPPER.convertValue(Problem.of(status, code, field, detail), Map.class);
  }
}
