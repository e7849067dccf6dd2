package dev.supportpulse.intake.webhook.connector;

import dev.supportpulse.intake.webhook.Connector;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Every connector that there is, by the name that the configuration knows it by. */
public final class Connectors {

  private static final Map<String, Connector> BY_NAME =
      new TreeMap<>(
          Map.of(
              "chatwoot", new Chatwoot(),
              "github", new GitHub(),
              "standard-webhooks", new StandardWebhooks(),
              "zammad", new Zammad()));

  private Connectors() {}

  /** The connector of that name. */
  public static Optional<Connector> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** The names of all connectors, in order. */
  public static Set<String> names() {
    return BY_NAME.keySet();
  }
}
