package dev.supportpulse.classifier.need;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user wrote. Either part may be empty; any characters are allowed.
 *
 * @param labels that the source gave it, such as those of an issue tracker
 */
public record NeedText(String title, String body, List<String> labels) {

  public NeedText {
    labels = List.copyOf(labels);
  }

  /** Without labels; absent parts are empty. */
  public static NeedText of(@Nullable String title, @Nullable String body) {
    return new NeedText(title == null ? "" : title, body == null ? "" : body, List.of());
  }

  /** The same text under labels. */
  public NeedText labelled(List<String> by) {
    return new NeedText(title, body, by);
  }

  /** Title and body, each on a line of its own. */
  public String joined() {
    return title.isBlank() ? body : title + "\n" + body;
  }
}
