package dev.supportpulse.intake.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;

/** Reads the key of the digest. */
final class DigestKey {

  private static final String REMEDY =
      "set supportpulse.intake.digest-key (or …digest-key-file) to at least 32 random bytes in hexadecimal or base64, such as `openssl rand -hex 32` prints; keep it for ever";

  private DigestKey() {}

  /**
   * The key's bytes.
   *
   * @throws IllegalStateException if there is no readable key
   */
  static byte[] read(IntakeConfig config) {
    String text =
        config
            .digestKey()
            .or(() -> config.digestKeyFile().map(DigestKey::contents))
            .orElseThrow(() -> new IllegalStateException("no digest key: " + REMEDY));
    return decode(text.strip());
  }

  /** Hexadecimal if it can be, else base64. */
  private static byte[] decode(String text) {
    try {
      return text.matches("([0-9a-fA-F]{2})+")
          ? HexFormat.of().parseHex(text)
          : Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("unreadable digest key: " + REMEDY, e);
    }
  }

  private static String contents(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException("can't read the digest key from " + file, e);
    }
  }
}
