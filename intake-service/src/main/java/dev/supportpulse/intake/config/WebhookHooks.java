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
import dev.supportpulse.service.watch.FileWatch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the hooks that the settings describe; what is wrong with them stops the start. */
final class WebhookHooks {

  private final StrictJson json;
  private final FileWatch watch;

  private WebhookHooks(StrictJson json, FileWatch watch) {
    this.json = json;
    this.watch = watch;
  }

  /**
   * The hooks by name.
   *
   * @param watch looks at their files of secrets
   * @throws IllegalStateException if a setting is unusable; the message doesn't show secrets
   */
  static Hooks of(WebhooksConfig config, StrictJson json, FileWatch watch) {
    WebhookHooks hooks = new WebhookHooks(json, watch);
    return new Hooks(
        config.hooks().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, entry -> hooks.hook(entry.getKey(), entry.getValue()))));
  }

  /** A hook, or the one that it is since its file of secrets has changed. */
  private Supplier<Hook> hook(String name, HookConfig config) {
    if (!SupportEvent.isProject(config.project())) {
      throw unusable(name, "project", "no project is called " + config.project(), null);
    }
    Connector connector = connector(name, config);
    Origin origin = new Origin(name, config.project(), source(name, config));
    List<String> secrets = config.secret().orElse(List.of());
    Function<Stream<String>, Hook> hook =
        more ->
            new Hook(
                connector,
                origin,
                Stream.concat(secrets.stream(), more)
                    .map(String::strip)
                    .filter(secret -> !secret.isEmpty())
                    .toList(),
                config.replayWindow(),
                json);
    try {
      Hook set = hook.apply(Stream.empty());
      return config
          .secretFile()
          .<Supplier<Hook>>map(
              file ->
                  watch.watch(
                          setting(name, "secret-file"),
                          file,
                          contents ->
                              hook.apply(new String(contents, StandardCharsets.UTF_8).lines()))
                      ::value)
          .orElse(() -> set);
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

  private static String setting(String name, String part) {
    return "supportpulse.intake.webhooks.%s.%s".formatted(name, part);
  }

  private static IllegalStateException unusable(
      String name, String setting, String reason, @Nullable Exception cause) {
    return new IllegalStateException("%s: %s".formatted(setting(name, setting), reason), cause);
  }
}
