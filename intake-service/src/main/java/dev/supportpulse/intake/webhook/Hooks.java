package dev.supportpulse.intake.webhook;

import java.util.Map;
import java.util.Optional;

/** The configured hooks by name. */
public final class Hooks {

  private final Map<String, Hook> byName;

  public Hooks(Map<String, Hook> byName) {
    this.byName = Map.copyOf(byName);
  }

  /** The hook of that name. */
  public Optional<Hook> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
