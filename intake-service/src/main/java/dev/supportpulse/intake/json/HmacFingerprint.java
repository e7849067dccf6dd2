package dev.supportpulse.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.events.Digest;
import dev.supportpulse.intake.submission.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.erdtman.jcs.JsonCanonicalizer;

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
  private static final List<String> MEMBERS =
      List.of("source", "id", "type", "project", "time", "subject", "data");

  private final Key key;

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
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  @Override
  public Digest of(JsonNode sent) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return Digest.ofBytes(mac.doFinal(canonical(sent)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  private static byte[] canonical(JsonNode sent) {
    ObjectNode digested = JsonNodeFactory.instance.objectNode();
    for (String member : MEMBERS) {
      if (sent.has(member)) {
        digested.set(member, sent.path(member));
      }
    }
    try {
      return new JsonCanonicalizer(digested.toString()).getEncodedUTF8();
    } catch (IOException e) {
      throw new UncheckedIOException("what was read as JSON is JSON", e);
    }
  }
}
