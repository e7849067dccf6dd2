package dev.supportpulse.intake.config;

import dev.supportpulse.intake.privacy.PseudonymKey;
import dev.supportpulse.intake.privacy.Pseudonyms;
import java.util.List;

/** Reads the keys of pseudonyms. */
final class PseudonymKeys {

  private static final String SETTING = "supportpulse.intake.privacy.pseudonym-keys";
  private static final String REMEDY =
      "set "
          + SETTING
          + " (or …pseudonym-keys-file, one a line) to <id>:<key>, such as k1: and what `openssl"
          + " rand -hex 32` prints; keep old keys behind the new one";

  private PseudonymKeys() {}

  /**
   * Pseudonyms by the configured keys.
   *
   * @throws IllegalStateException if there is no readable key
   */
  static Pseudonyms read(PrivacyConfig config) {
    List<String> keys =
        config
            .pseudonymKeys()
            .or(() -> config.pseudonymKeysFile().map(Secrets::lines))
            .orElseThrow(() -> new IllegalStateException("no key for pseudonyms: " + REMEDY));
    try {
      return new Pseudonyms(keys.stream().map(PseudonymKeys::key).toList());
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "unreadable keys for pseudonyms: " + e.getMessage() + "; " + REMEDY, e);
    }
  }

  private static PseudonymKey key(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("a key has no id before a colon");
    }
    return PseudonymKey.of(
        text.substring(0, colon).strip(), Secrets.decode(text.substring(colon + 1).strip()));
  }
}
