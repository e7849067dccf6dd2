package dev.supportpulse.intake.http;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The fields of the feedback form. */
@Schema(description = "A feedback; `type`, `text` or both")
public class FeedbackForm {

  @Schema(description = "positive, neutral or negative", examples = "positive")
  public @Nullable String type;

  @Schema(description = "what the user says, in any language")
  public @Nullable String text;

  public @Nullable String title;

  @Schema(description = "the project that it is about", defaultValue = "default")
  public @Nullable String project;

  @Schema(examples = "FORUM")
  public @Nullable String channel;

  @Schema(examples = "COMMUNITY")
  public @Nullable String tier;

  @Schema(examples = "FREE")
  public @Nullable String mode;

  public @Nullable String caseId;
  public @Nullable String user;

  @Schema(examples = "zh-CN")
  public @Nullable String language;

  public @Nullable String account;
}
