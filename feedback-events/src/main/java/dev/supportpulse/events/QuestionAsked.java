package dev.supportpulse.events;

import org.jspecify.annotations.Nullable;

/** A user asks a question. */
public record QuestionAsked(
    String text,
    @Nullable String title,
    @Nullable Channel channel,
    @Nullable String tier,
    @Nullable String user,
    @Nullable String language,
    @Nullable String account)
    implements UpstreamData {

  public QuestionAsked {
    Malformed.requireText(text, "/data/text");
  }
}
