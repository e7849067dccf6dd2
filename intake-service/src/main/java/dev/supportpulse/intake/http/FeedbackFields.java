package dev.supportpulse.intake.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.events.EventType;
import dev.supportpulse.intake.submission.Fault;
import dev.supportpulse.intake.submission.Receipt;
import dev.supportpulse.intake.submission.Submission;
import java.util.Locale;

/**
 * The words of {@code POST /feedback} and those of the event {@code feedback.submitted}: {@code
 * type} is the sentiment, {@code project} may be left out, all others are the same.
 */
final class FeedbackFields {

  static final String DEFAULT_PROJECT = "default";

  private static final String SOURCE = "/feedback";

  private FeedbackFields() {}

  /** The event that those fields make; null and unknown ones are left to its schema. */
  static Submission submission(ObjectNode fields, IdempotencyKey key, Receipt receipt) {
    ObjectNode data = fields.deepCopy();
    JsonNode project = data.remove("project");
    JsonNode type = data.remove("type");
    if (type != null) {
      String sentiment = type.textValue();
      data.set(
          "sentiment",
          sentiment == null ? type : data.textNode(sentiment.toUpperCase(Locale.ROOT)));
    }
    ObjectNode event = fields.objectNode();
    event.put("source", SOURCE);
    event.put("type", EventType.FEEDBACK_SUBMITTED.wireName());
    event.set("project", project == null ? data.textNode(DEFAULT_PROJECT) : project);
    event.set("data", data);
    return key.submission(event, receipt);
  }

  /** The same fault in the words of the form. */
  static Fault fault(Fault fault) {
    String field = fault.field().replaceFirst("^/(data/)?", "");
    return field.equals("sentiment")
        ? new Fault(fault.reason(), "type", "must be positive, neutral or negative")
        : new Fault(fault.reason(), field, fault.message());
  }
}
