package dev.supportpulse.service.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * A key as its holder has it: {@code sp_<id>_<secret>}, 12 and 64 hexadecimal digits. The prefix
 * and the fixed length let secret scanners find keys that were committed by mistake.
 */
public record KeyText(String text) {

  private static final Pattern FORM = Pattern.compile("sp_[0-9a-f]{12}_[0-9a-f]{64}");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{12}");
  private static final String PREFIX = "sp_";
  private static final int ID_BYTES = 6;
  private static final int SECRET_BYTES = 32;

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException if it is none, without quoting it
   */
  public KeyText {
    if (!isKey(text)) {
      throw new IllegalArgumentException("a key looks like sp_<12 digits>_<64 digits>");
    }
  }

  /** Whether that has the form of a key. */
  public static boolean isKey(String text) {
    return FORM.matcher(text).matches();
  }

  /** Whether that has the form of a key's id. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /**
   * A new key.
   *
   * @param random must be fit for secrets
   */
  public static KeyText draw(RandomGenerator random) {
    return new KeyText(PREFIX + hex(random, ID_BYTES) + "_" + hex(random, SECRET_BYTES));
  }

  /** What it is called in files and logs; not secret. */
  public String id() {
    return text.substring(PREFIX.length(), PREFIX.length() + 2 * ID_BYTES);
  }

  /**
   * What is kept of it: SHA-256 of the whole text ({@code printf %s "$key" | sha256sum}).
   *
   * <p>One fast round is right here. Slow, salted hashes protect secrets that people choose, which
   * can be guessed; a secret of 256 random bits can't, however fast the hash is, and a slow one
   * would cost every request what it is meant to cost an attacker.
   */
  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Its hash in hexadecimal. */
  public String hashHex() {
    return HexFormat.of().formatHex(hash());
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return PREFIX + id() + "_…";
  }

  private static String hex(RandomGenerator random, int bytes) {
    byte[] drawn = new byte[bytes];
    random.nextBytes(drawn);
    return HexFormat.of().formatHex(drawn);
  }
}
