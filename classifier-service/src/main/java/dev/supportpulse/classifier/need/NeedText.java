package dev.supportpulse.classifier.need;

import org.jspecify.annotations.Nullable;

/** What a user wrote. Either part may be empty; any characters are allowed. */
public record NeedText(String title, String body) {

  /** Absent parts are empty. */
  public static NeedText of(@Nullable String title, @Nullable String body) {
    return new NeedText(title == null ? "" : title, body == null ? "" : body);
  }

  /** Title and body, each on a line of its own. */
  public String joined() {
    return title.isBlank() ? body : title + "\n" + body;
  }
}
