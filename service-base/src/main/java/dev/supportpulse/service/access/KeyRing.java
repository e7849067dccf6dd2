package dev.supportpulse.service.access;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys that a service accepts. Immutable. */
public final class KeyRing {

  private final Map<String, ApiKey> byId;

  private KeyRing(Map<String, ApiKey> byId) {
    this.byId = byId;
  }

  /**
   * A ring of those keys.
   *
   * @throws IllegalArgumentException if two have the same id
   */
  public static KeyRing of(Collection<ApiKey> keys) {
    Map<String, ApiKey> byId = new LinkedHashMap<>();
    for (ApiKey key : keys) {
      if (byId.put(key.id(), key) != null) {
        throw new IllegalArgumentException("two keys have the id " + key.id());
      }
    }
    return new KeyRing(byId);
  }

  /** The keys in their order. */
  public List<ApiKey> keys() {
    return List.copyOf(byId.values());
  }

  /** The key of that id, null if there is none. */
  public @Nullable ApiKey get(String id) {
    return byId.get(id);
  }

  /**
   * Who presents that text as their key at that instant.
   *
   * <p>Looking up the id tells by its time which ids exist; ids are no secrets.
   */
  public Identification identify(String text, Instant now) {
    if (!KeyText.isKey(text)) {
      return new Identification.Refused(Refusal.KEY_INVALID, null);
    }
    KeyText presented = new KeyText(text);
    ApiKey key = byId.get(presented.id());
    if (key == null || !key.isMadeFrom(presented)) {
      return new Identification.Refused(Refusal.KEY_INVALID, presented.id());
    }
    return key.isExpired(now)
        ? new Identification.Refused(Refusal.KEY_EXPIRED, key.id())
        : new Identification.Known(Caller.of(key));
  }
}
