package dev.supportpulse.intake.webhook;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The configured hooks by name, each with the secrets that it has now. */
public final class Hooks {

  private final Map<String, Supplier<Hook>> byName;

  public Hooks(Map<String, Supplier<Hook>> byName) {
    this.byName = Map.copyOf(byName);
  }

  /** The hook of that name. */
  public Optional<Hook> named(String name) {
    return Optional.ofNullable(byName.get(name)).map(Supplier::get);
  }
}
