package dev.supportpulse.classifier.diagnosis;

import dev.supportpulse.events.Identity;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The name of a fault: the same for everybody who meets it.
 *
 * @param hex 32 lower-case hex digits
 */
public record Fingerprint(String hex) {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  public Fingerprint {
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException("a fingerprint has 32 lower-case hex digits");
    }
  }

  /** What nobody else's parts give, made like an {@link Identity}. */
  static Fingerprint of(String kind, List<String> what, List<String> where) {
    return new Fingerprint(
        Identity.of(kind, String.join("\n", what), String.join("\n", where)).hex());
  }
}
