package dev.supportpulse.intake.webhook.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The same algorithm with each of several keys. */
final class Macs {

  private final List<SecretKeySpec> keys;

  private Macs(List<SecretKeySpec> keys) {
    this.keys = keys;
  }

  /** Secrets that are used as they are written. */
  static Macs ofTexts(String algorithm, List<String> secrets) {
    return ofBytes(
        algorithm,
        secrets.stream().map(secret -> secret.getBytes(StandardCharsets.UTF_8)).toList());
  }

  static Macs ofBytes(String algorithm, List<byte[]> secrets) {
    return new Macs(secrets.stream().map(secret -> new SecretKeySpec(secret, algorithm)).toList());
  }

  /** Whether one of the keys makes that code of the parts; tries all, whichever matches. */
  boolean match(byte[] code, byte[]... parts) {
    boolean matched = false;
    for (SecretKeySpec key : keys) {
      matched |= MessageDigest.isEqual(code(key, parts), code);
    }
    return matched;
  }

  private static byte[] code(SecretKeySpec key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + key.getAlgorithm(), e);
    }
  }
}
