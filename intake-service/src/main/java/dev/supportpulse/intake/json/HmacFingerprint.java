package dev.supportpulse.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.events.Digest;
import dev.supportpulse.intake.submission.Fingerprint;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 over the canonical JSON (RFC 8785) of one object with the members source, id, type,
 * project, time, subject and data, each as the client sent it and only if it did.
 *
 * <p>RFC 8785 writes numbers as doubles; {@link StrictJson} refuses those that a double can't hold,
 * so no two numbers that differ are written the same.
 */
public final class HmacFingerprint implements Fingerprint {

  /** The least length of the key, in bytes: that of the hash (RFC 2104 §3). */
  public static final int MIN_KEY_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";

  /** In the order that canonical JSON has them. */
  private static final List<String> MEMBERS =
      List.of("data", "id", "project", "source", "subject", "time", "type");

  private final Mac keyed;

  /**
   * A fingerprint by that key.
   *
   * @throws IllegalArgumentException if the key has less than {@value #MIN_KEY_BYTES} bytes
   */
  public HmacFingerprint(byte[] key) {
    if (key.length < MIN_KEY_BYTES) {
      throw new IllegalArgumentException(
          "the key has %d bytes; it needs %d".formatted(key.length, MIN_KEY_BYTES));
    }
    keyed = keyed(key);
  }

  /** A copy of the keyed MAC for each call: a tenth of the price of keying another one. */
  @Override
  public Digest of(JsonNode sent) {
    try {
      Mac mac = (Mac) keyed.clone();
      return Digest.ofBytes(mac.doFinal(CanonicalJson.ofMembers(sent, MEMBERS)));
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the platform's own " + ALGORITHM + " can be copied", e);
    }
  }

  private static Mac keyed(byte[] key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
