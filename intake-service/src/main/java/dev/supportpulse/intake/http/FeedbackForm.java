package dev.supportpulse.intake.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The fields of the feedback form. */
@Schema(description = "A feedback; `type`, `text` or both")
public class FeedbackForm {

  @RestForm
  @Schema(description = "positive, neutral or negative", examples = "positive")
  public @Nullable String type;

  @RestForm
  @Schema(description = "what the user says, in any language")
  public @Nullable String text;

  @RestForm public @Nullable String title;

  @RestForm
  @Schema(description = "the project that it is about", defaultValue = "default")
  public @Nullable String project;

  @RestForm
  @Schema(examples = "FORUM")
  public @Nullable String channel;

  @RestForm
  @Schema(examples = "COMMUNITY")
  public @Nullable String tier;

  @RestForm
  @Schema(examples = "FREE")
  public @Nullable String mode;

  @RestForm public @Nullable String caseId;
  @RestForm public @Nullable String user;

  @RestForm
  @Schema(examples = "zh-CN")
  public @Nullable String language;

  @RestForm public @Nullable String account;

  /** The fields that were filled in. */
  ObjectNode filledIn() {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    put(fields, "type", type);
    put(fields, "text", text);
    put(fields, "title", title);
    put(fields, "project", project);
    put(fields, "channel", channel);
    put(fields, "tier", tier);
    put(fields, "mode", mode);
    put(fields, "caseId", caseId);
    put(fields, "user", user);
    put(fields, "language", language);
    put(fields, "account", account);
    return fields;
  }

  /** An empty field of a form is one that was left out. */
  private static void put(ObjectNode fields, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      fields.put(name, value);
    }
  }
}
