package dev.supportpulse.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The identity of an event: (project, source, id), never scoped by time. Also the Kafka key.
 *
 * <p>32 lower-case hex digits: the first 16 bytes of SHA-256 over the length (4 bytes, big endian)
 * and UTF-8 of project, source and id, so that no two triples run together.
 */
public record Identity(@JsonValue String hex) implements Comparable<Identity> {

  private static final int BYTES = 16;

  @JsonCreator
  public Identity {
    Hex.require(hex, BYTES, "identity");
  }

  /** The identity of the event (source, id) of the project. */
  public static Identity of(String project, String source, String id) {
    MessageDigest sha256 = sha256();
    for (String part : new String[] {project, source, id}) {
      byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
      sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
      sha256.update(utf8);
    }
    return new Identity(HexFormat.of().formatHex(Arrays.copyOf(sha256.digest(), BYTES)));
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

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
