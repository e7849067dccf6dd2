package dev.supportpulse.events;

import org.jspecify.annotations.Nullable;

/** Checks of lower-case hexadecimal text. */
final class Hex {

  private Hex() {}

  static void require(@Nullable String hex, int bytes, String field) {
    boolean valid =
        hex != null
            && hex.length() == 2 * bytes
            && hex.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    if (!valid) {
      throw new Malformed("/" + field, "must be " + 2 * bytes + " lower-case hexadecimal digits");
    }
  }
}
