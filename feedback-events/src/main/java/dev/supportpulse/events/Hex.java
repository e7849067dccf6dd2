package dev.supportpulse.events;

import org.jspecify.annotations.Nullable;

/** Checks of lower-case hexadecimal text. */
final class Hex {

  private Hex() {}

  static void require(@Nullable String hex, int bytes, String field) {
    if (hex == null || hex.length() != 2 * bytes || !isLowerHex(hex)) {
      throw new Malformed("/" + field, "must be " + 2 * bytes + " lower-case hexadecimal digits");
    }
  }

  /** A plain loop, as each event has three of them. */
  private static boolean isLowerHex(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
        return false;
      }
    }
    return true;
  }
}
