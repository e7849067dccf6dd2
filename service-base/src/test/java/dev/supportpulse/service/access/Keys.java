package dev.supportpulse.service.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Keys for tests. */
final class Keys {

  static final KeyText FORUM = new KeyText("sp_0123456789ab_" + "0f".repeat(32));
  static final KeyText OTHER = new KeyText("sp_ba9876543210_" + "f0".repeat(32));

  private Keys() {}

  static ApiKey of(KeyText text, Role role, Scope scope, @Nullable Instant expires) {
    return new ApiKey(text.id(), "forum", text.hashHex(), role, scope, null, expires);
  }
}
