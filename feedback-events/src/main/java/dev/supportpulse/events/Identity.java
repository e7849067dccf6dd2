package dev.supportpulse.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The identity of an event: (project, source, id), never scoped by time. Also the Kafka key.
 *
 * <p>32 lower-case hex digits: the first 16 bytes of SHA-256 over the length (4 bytes, big endian)
 * and UTF-8 of project, source and id, so that no two triples run together.
 */
public record Identity(@JsonValue String hex) implements Comparable<Identity> {

  private static final int BYTES = 16;

  /** Never fed itself: a copy costs a tenth of asking the platform for another one. */
  private static final MessageDigest SHA_256 = sha256();

  @JsonCreator
  public Identity {
    Hex.require(hex, BYTES, "identity");
  }

  /** The identity of the event (source, id) of the project. */
  public static Identity of(String project, String source, String id) {
    byte[][] parts = {
      project.getBytes(StandardCharsets.UTF_8),
      source.getBytes(StandardCharsets.UTF_8),
      id.getBytes(StandardCharsets.UTF_8)
    };
    ByteBuffer told = ByteBuffer.allocate(length(parts));
    for (byte[] part : parts) {
      told.putInt(part.length).put(part);
    }
    return new Identity(HexFormat.of().formatHex(hash(told.array()), 0, BYTES));
  }

  /** The identity whose 16 bytes these are. */
  public static Identity ofBytes(byte[] bytes) {
    return new Identity(HexFormat.of().formatHex(bytes));
  }

  /** The 16 bytes. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public int compareTo(Identity other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return hex;
  }

  private static int length(byte[][] parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += Integer.BYTES + part.length;
    }
    return length;
  }

  private static byte[] hash(byte[] bytes) {
    try {
      return ((MessageDigest) SHA_256.clone()).digest(bytes);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the platform's own SHA-256 can be copied", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
