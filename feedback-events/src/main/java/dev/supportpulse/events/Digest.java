package dev.supportpulse.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HexFormat;

/**
 * A fingerprint of an event as its client sent it: 64 lower-case hex digits of HMAC-SHA-256 over
 * the canonical JSON. Equal digests of one identity are a retry, different ones a conflict.
 */
public record Digest(@JsonValue String hex) {

  private static final int BYTES = 32;

  @JsonCreator
  public Digest {
    Hex.require(hex, BYTES, "digest");
  }

  /** The digest whose 32 bytes these are. */
  public static Digest ofBytes(byte[] bytes) {
    return new Digest(HexFormat.of().formatHex(bytes));
  }

  /** The 32 bytes. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
