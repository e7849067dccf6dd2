package dev.supportpulse.service.access;

import org.jspecify.annotations.Nullable;

/**
 * Who calls.
 *
 * @param id the id of the key, {@code anonymous} where access is open; goes into logs and audit
 * @param quota the quota of the key; null if the service's default holds
 */
public record Caller(String id, Role role, Scope scope, @Nullable Quota quota) {

  /** Whoever calls where access is open. */
  public static final Caller ANYONE =
      new Caller("anonymous", Role.ADMIN, Scope.EVERY_PROJECT, null);

  static Caller of(ApiKey key) {
    return new Caller(key.id(), key.role(), key.scope(), key.quota());
  }
}
