package dev.supportpulse.intake.config;

import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.Malformed;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.intake.config.WebhooksConfig.HookConfig;
import dev.supportpulse.intake.json.StrictJson;
import dev.supportpulse.intake.webhook.Connector;
import dev.supportpulse.intake.webhook.Hook;
import dev.supportpulse.intake.webhook.Hooks;
import dev.supportpulse.intake.webhook.Origin;
import dev.supportpulse.intake.webhook.connector.Connectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the hooks that the settings describe; what is wrong with them stops the start. */
final class WebhookHooks {

  private WebhookHooks() {}

  /**
   * The hooks by name.
   *
   * @throws IllegalStateException if a setting is unusable; the message doesn't show secrets
   */
  static Hooks of(WebhooksConfig config, StrictJson json) {
    return new Hooks(
        config.hooks().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, entry -> hook(entry.getKey(), entry.getValue(), json))));
  }

  private static Hook hook(String name, HookConfig config, StrictJson json) {
    if (!SupportEvent.isProject(config.project())) {
      throw unusable(name, "project", "no project is called " + config.project(), null);
    }
    try {
      return new Hook(
          connector(name, config),
          new Origin(name, config.project(), source(name, config)),
          secrets(name, config),
          config.replayWindow(),
          json);
    } catch (IllegalArgumentException e) {
      throw unusable(name, "secret", String.valueOf(e.getMessage()), e);
    }
  }

  private static Connector connector(String name, HookConfig config) {
    String connector = config.connector().orElse(name);
    return Connectors.named(connector)
        .orElseThrow(
            () ->
                unusable(
                    name,
                    "connector",
                    "'%s' is none of %s"
                        .formatted(connector, String.join(", ", Connectors.names())),
                    null));
  }

  private static String source(String name, HookConfig config) {
    String source = config.source().orElse("/webhooks/" + name);
    try {
      EventCodec.source(source);
      return source;
    } catch (Malformed e) {
      throw unusable(name, "source", "'%s' is no URI reference".formatted(source), e);
    }
  }

  private static List<String> secrets(String name, HookConfig config) {
    return Stream.concat(
            config.secret().orElse(List.of()).stream(),
            config.secretFile().stream().flatMap(file -> lines(name, file).stream()))
        .map(String::strip)
        .filter(secret -> !secret.isEmpty())
        .toList();
  }

  private static List<String> lines(String name, Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw unusable(name, "secret-file", "can't read " + file, e);
    }
  }

  private static IllegalStateException unusable(
      String name, String setting, String reason, @Nullable Exception cause) {
    return new IllegalStateException(
        "supportpulse.intake.webhooks.%s.%s: %s".formatted(name, setting, reason), cause);
  }
}
