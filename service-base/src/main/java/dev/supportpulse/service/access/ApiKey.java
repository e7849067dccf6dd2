package dev.supportpulse.service.access;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a key; the key itself only its holder has.
 *
 * @param id 12 hexadecimal digits; stands in the key, in logs and in the audit
 * @param name whom or what it was made for, in words
 * @param hash SHA-256 of the key in hexadecimal; see {@link KeyText}
 * @param role what its holder may do
 * @param scope the projects that its holder may touch
 * @param quota how much its holder may ask for; null if the service's default holds
 * @param expires from when on it is refused; null if never
 */
public record ApiKey(
    String id,
    String name,
    String hash,
    Role role,
    Scope scope,
    @Nullable Quota quota,
    @Nullable Instant expires) {

  private static final int MAX_NAME = 100;

  /**
   * Checks the forms.
   *
   * @throws IllegalArgumentException naming the field
   */
  public ApiKey {
    if (!KeyText.isId(id)) {
      throw new IllegalArgumentException("id must be 12 hexadecimal digits in lower case");
    }
    if (name.isBlank()
        || name.length() > MAX_NAME
        || name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("name must be 1 to 100 characters on one line");
    }
    if (!hash.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "hash must be the SHA-256 of the key: 64 hexadecimal digits in lower case");
    }
  }

  /** Whether that is this key; takes equally long wherever they differ. */
  boolean isMadeFrom(KeyText presented) {
    return MessageDigest.isEqual(presented.hash(), HexFormat.of().parseHex(hash));
  }

  /** Whether it is refused at that instant because of its age. */
  public boolean isExpired(Instant now) {
    return expires != null && !now.isBefore(expires);
  }
}
