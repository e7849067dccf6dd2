package dev.supportpulse.intake.redrive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is kept.
 *
 * @param keptAt when it was appended
 */
public record Kept(
    LetterId id, Instant keptAt, Optional<Bytes> key, List<Header> headers, Optional<Bytes> body) {

  /** A header; records may have several of one name. */
  public record Header(String name, Optional<Bytes> value) {}

  public Kept {
    headers = List.copyOf(headers);
  }

  /** The last header of that name as text; null if there is none. */
  public @Nullable String header(String name) {
    String found = null;
    for (Header header : headers) {
      if (header.name().equals(name)) {
        found = header.value().map(Bytes::text).orElse(null);
      }
    }
    return found;
  }

  /** Some bytes, which nobody changes. */
  public static final class Bytes {

    private final byte[] bytes;

    private Bytes(byte[] bytes) {
      this.bytes = bytes;
    }

    /** Those bytes, without a copy: the caller gives them away. Empty for null. */
    public static Optional<Bytes> of(byte @Nullable [] bytes) {
      return bytes == null ? Optional.empty() : Optional.of(new Bytes(bytes));
    }

    /** The bytes of a text. */
    public static Optional<Bytes> of(String text) {
      return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes themselves. */
    public byte[] array() {
      return bytes;
    }

    /** How many there are. */
    public int length() {
      return bytes.length;
    }

    /** The text that they are in UTF-8. */
    public String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
