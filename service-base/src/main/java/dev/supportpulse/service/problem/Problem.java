package dev.supportpulse.service.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457).
 *
 * @param type stable URN of the kind of problem, made from {@code code}
 * @param title the kind of problem in words
 * @param status HTTP status
 * @param code stable upper-case code, such as {@code INVALID_FIELD}
 * @param field JSON Pointer of the field, or the name of the parameter or header, at fault
 * @param detail what is wrong here, and the remedy
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type, String title, int status, String code, @Nullable String field, String detail) {

  /** The media type of problem documents. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** A problem of that code; its type is {@code urn:supportpulse:problem:<code in kebab case>}. */
  public static Problem of(int status, String code, @Nullable String field, String detail) {
    String kebab = code.toLowerCase(Locale.ROOT).replace('_', '-');
    String title = code.charAt(0) + code.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    return new Problem("urn:supportpulse:problem:" + kebab, title, status, code, field, detail);
  }
}
