package dev.supportpulse.intake.webhook.signature;

import dev.supportpulse.intake.webhook.Delivery;
import dev.supportpulse.intake.webhook.Verifier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The signatures of Standard Webhooks 1.0.0: over {@code id.timestamp.body}, {@code v1} with
 * HMAC-SHA-256 and {@code v1a} with Ed25519. There may be several of both, and several keys; one
 * that matches is enough.
 */
public final class StandardSignature implements Verifier {

  /** The header that names what is told; it stays the same when that is sent again. */
  public static final String ID = "webhook-id";

  private static final String TIME = "webhook-timestamp";
  private static final String SIGNATURES = "webhook-signature";
  private static final String SECRET = "whsec_";
  private static final String PUBLIC_KEY = "whpk_";
  private static final String SYMMETRIC = "v1,";
  private static final String ASYMMETRIC = "v1a,";

  /** Each may cost an Ed25519 verification; rotation needs two. */
  private static final int MAX_SIGNATURES = 10;

  private final Macs macs;
  private final List<Ed25519Key> publicKeys;
  private final ReplayWindow window;

  /**
   * Signatures by those keys.
   *
   * @param secrets {@code whsec_} and the base64 of a shared secret, or {@code whpk_} and the
   *     base64 of a public key
   * @throws IllegalArgumentException if one is neither
   */
  public StandardSignature(List<String> secrets, Duration tolerance) {
    List<byte[]> shared = new ArrayList<>();
    List<Ed25519Key> keys = new ArrayList<>();
    for (String secret : secrets) {
      if (secret.startsWith(SECRET)) {
        shared.add(bytes(secret.substring(SECRET.length())));
      } else if (secret.startsWith(PUBLIC_KEY)) {
        keys.add(new Ed25519Key(bytes(secret.substring(PUBLIC_KEY.length()))));
      } else {
        throw new IllegalArgumentException(
            "a secret of Standard Webhooks begins with whsec_, a public key with whpk_");
      }
    }
    macs = Macs.ofBytes("HmacSHA256", shared);
    publicKeys = List.copyOf(keys);
    window = new ReplayWindow(TIME, tolerance);
  }

  @Override
  public Optional<Refusal> refusal(Delivery delivery) {
    for (String header : List.of(ID, TIME, SIGNATURES)) {
      if (delivery.header(header).isEmpty()) {
        return Optional.of(
            new Refusal(header, "is missing: sign by Standard Webhooks 1.0.0 with the hook's key"));
      }
    }
    if (!matches(delivery)) {
      return Optional.of(
          new Refusal(SIGNATURES, "has no signature by a key of this hook over id.timestamp.body"));
    }
    return window.refusal(delivery);
  }

  private boolean matches(Delivery delivery) {
    byte[] prefix =
        "%s.%s."
            .formatted(delivery.header(ID).orElseThrow(), delivery.header(TIME).orElseThrow())
            .getBytes(StandardCharsets.UTF_8);
    String[] signatures = delivery.header(SIGNATURES).orElseThrow().split(" +", MAX_SIGNATURES + 1);
    boolean matched = false;
    for (int i = 0; i < Math.min(signatures.length, MAX_SIGNATURES); i++) {
      matched |= matches(signatures[i], prefix, delivery.body());
    }
    return matched;
  }

  private boolean matches(String signature, byte[] prefix, byte[] body) {
    try {
      if (signature.startsWith(SYMMETRIC)) {
        return macs.match(bytes(signature.substring(SYMMETRIC.length())), prefix, body);
      }
      if (signature.startsWith(ASYMMETRIC)) {
        byte[] bytes = bytes(signature.substring(ASYMMETRIC.length()));
        return publicKeys.stream().anyMatch(key -> key.signed(bytes, prefix, body));
      }
      return false;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private static byte[] bytes(String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      // Its own message quotes a character of the secret.
      throw new IllegalArgumentException("what follows the prefix isn't base64");
    }
    if (bytes.length == 0) {
      throw new IllegalArgumentException("nothing follows the prefix");
    }
    return bytes;
  }
}
