package dev.supportpulse.intake.config;

/** Reads the key of the digest. */
final class DigestKey {

  private static final String REMEDY =
      "set supportpulse.intake.digest-key (or …digest-key-file) to at least 32 random bytes in"
          + " hexadecimal or base64, such as `openssl rand -hex 32` prints; keep it for ever";

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
            .or(() -> config.digestKeyFile().map(file -> String.join("", Secrets.lines(file))))
            .orElseThrow(() -> new IllegalStateException("no digest key: " + REMEDY));
    try {
      return Secrets.decode(text.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("unreadable digest key: " + REMEDY, e);
    }
  }
}
