package dev.supportpulse.intake.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.intake.submission.Fault;
import dev.supportpulse.intake.submission.Reason;
import dev.supportpulse.intake.submission.Receipt;
import dev.supportpulse.intake.submission.Submission;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Idempotency-Key}, which names an event that has no id, so that a retry is the
 * same event. A string in quotes, as draft-ietf-httpapi-idempotency-key-header has it, or bare.
 *
 * @param text null if the header was not sent
 */
record IdempotencyKey(@Nullable String text) {

  static final String HEADER = "Idempotency-Key";

  /** Room for the position in a batch, within the 256 characters of an id. */
  private static final Pattern VALID = Pattern.compile("[!-~]([ -~]{0,238}[!-~])?");

  /** The key in that header. */
  static IdempotencyKey of(@Nullable String header) {
    String text = header == null ? null : header.strip();
    boolean quoted =
        text != null && text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return new IdempotencyKey(
        text != null && quoted
            ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1")
            : text);
  }

  /** One event in plain JSON; its own id, if it has one, must be the key. */
  Submission submission(JsonNode sent, Receipt receipt) {
    JsonNode id = sent.path("id");
    if (text != null && id.isTextual() && !id.textValue().equals(text)) {
      return Submission.unreadable(
          sent,
          new Fault(
              Reason.INVALID_FIELD,
              "/id",
              "differs from the header " + HEADER + ": send one of both"));
    }
    return submission(sent, "", receipt);
  }

  /** One of a batch; its name, if it has no id, is the key and its position. */
  Submission submission(JsonNode sent, int index, Receipt receipt) {
    return submission(sent, "-" + index, receipt);
  }

  private Submission submission(JsonNode sent, String suffix, Receipt receipt) {
    if (text != null && !VALID.matcher(text).matches()) {
      return Submission.unreadable(
          sent,
          new Fault(
              Reason.INVALID_FIELD,
              HEADER,
              "must have 1 to 240 visible ASCII characters: shorten it"));
    }
    return Submission.plain(
        sent, (text == null ? receipt.id() : text) + suffix, receipt.receivedAt());
  }
}
