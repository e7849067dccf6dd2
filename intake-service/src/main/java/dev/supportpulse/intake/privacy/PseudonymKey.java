package dev.supportpulse.intake.privacy;

import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that pseudonyms are made with.
 *
 * @param id names the key in the pseudonyms that it made: 1 to 16 lower-case letters and digits
 */
public record PseudonymKey(String id, SecretKeySpec key) {

  /** The least length of a key, in bytes: that of the hash (RFC 2104 §3). */
  public static final int MIN_BYTES = 32;

  static final String ALGORITHM = "HmacSHA256";

  private static final Pattern ID = Pattern.compile("[a-z0-9]{1,16}");

  public PseudonymKey {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "the id of a key has 1 to 16 lower-case letters and digits");
    }
  }

  /**
   * A key of those bytes.
   *
   * @throws IllegalArgumentException if there are too few, or the id is none
   */
  public static PseudonymKey of(String id, byte[] bytes) {
    if (bytes.length < MIN_BYTES) {
      throw new IllegalArgumentException(
          "the key %s has %d bytes; it needs %d".formatted(id, bytes.length, MIN_BYTES));
    }
    return new PseudonymKey(id, new SecretKeySpec(bytes, ALGORITHM));
  }
}
