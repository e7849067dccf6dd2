package dev.supportpulse.intake.webhook.signature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** A public key of Ed25519 (RFC 8032). */
final class Ed25519Key {

  private static final String ALGORITHM = "Ed25519";
  private static final int LENGTH = 32;

  /** SubjectPublicKeyInfo of an Ed25519 key up to the key itself (RFC 8410 §4). */
  private static final byte[] HEADER = HexFormat.of().parseHex("302a300506032b6570032100");

  private final PublicKey key;

  /**
   * The key with those 32 bytes.
   *
   * @throws IllegalArgumentException if it is none
   */
  Ed25519Key(byte[] raw) {
    if (raw.length != LENGTH) {
      throw new IllegalArgumentException("a public key of Ed25519 has 32 bytes");
    }
    byte[] encoded = new byte[HEADER.length + LENGTH];
    System.arraycopy(HEADER, 0, encoded, 0, HEADER.length);
    System.arraycopy(raw, 0, encoded, HEADER.length, LENGTH);
    try {
      key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not a public key of Ed25519", e);
    }
  }

  /** Whether that is this key's signature of the parts, one after the other. */
  boolean signed(byte[] signature, byte[]... parts) {
    try {
      Signature verification = Signature.getInstance(ALGORITHM);
      verification.initVerify(key);
      for (byte[] part : parts) {
        verification.update(part);
      }
      return verification.verify(signature);
    } catch (SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
