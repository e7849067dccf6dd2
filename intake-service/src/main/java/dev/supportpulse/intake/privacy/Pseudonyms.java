package dev.supportpulse.intake.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;

/**
 * Names users by keyed pseudonyms: {@code u_<key id>_<the first 128 bits of HMAC-SHA-256 over the
 * project and the user's name, in base64url>}. Without the key nobody can tell whom one names, nor
 * that two projects know the same person; with it, all pseudonyms of a person can be told.
 */
public final class Pseudonyms {

  private static final int BYTES = 16;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final List<Maker> makers;

  /**
   * Pseudonyms by those keys.
   *
   * @param keys the first one makes new pseudonyms; the others made older ones
   * @throws IllegalArgumentException if there is none, or two have one id
   */
  public Pseudonyms(List<PseudonymKey> keys) {
    Set<String> ids = new HashSet<>();
    keys.forEach(key -> ids.add(key.id()));
    if (keys.isEmpty() || ids.size() < keys.size()) {
      throw new IllegalArgumentException("there must be a key, and no two of the same id");
    }
    makers = keys.stream().map(Maker::of).toList();
  }

  /** The pseudonym by which that user of that project is named from now on. */
  public String of(String project, String user) {
    return makers.get(0).make(project, user);
  }

  /** Every pseudonym by which that user of that project may be named, the newest first. */
  public List<String> allOf(String project, String user) {
    return makers.stream().map(maker -> maker.make(project, user)).toList();
  }

  /** One key, already taken in, since that costs as much as the rest. */
  private record Maker(String prefix, Mac ready) {

    static Maker of(PseudonymKey key) {
      try {
        Mac mac = Mac.getInstance(PseudonymKey.ALGORITHM);
        mac.init(key.key());
        return new Maker("u_" + key.id() + "_", mac);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java platform has " + PseudonymKey.ALGORITHM, e);
      }
    }

    String make(String project, String user) {
      Mac mac = copy();
      byte[] first = project.getBytes(StandardCharsets.UTF_8);
      // With its length before it, so that no two pairs run together.
      mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(first.length).array());
      mac.update(first);
      byte[] hash = mac.doFinal(user.getBytes(StandardCharsets.UTF_8));
      return prefix + BASE64.encodeToString(Arrays.copyOf(hash, BYTES));
    }

    private Mac copy() {
      try {
        return (Mac) ready.clone();
      } catch (CloneNotSupportedException e) {
        throw new IllegalStateException("the platform's HMACs can be copied", e);
      }
    }
  }
}
