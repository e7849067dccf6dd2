package dev.supportpulse.intake.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportpulse.intake.json.JsonLimits;
import dev.supportpulse.intake.json.StrictJson;
import dev.supportpulse.intake.webhook.Delivery;
import dev.supportpulse.intake.webhook.Hooks;
import dev.supportpulse.intake.webhook.Reception;
import dev.supportpulse.intake.webhook.Reception.Ignored;
import dev.supportpulse.intake.webhook.Reception.Locked;
import dev.supportpulse.intake.webhook.Reception.NotGenuine;
import dev.supportpulse.service.watch.FileWatch;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhooksConfigTest {

  private static final String ROOT = "supportpulse.intake.webhooks.";

  private static final Delivery SIGNED = signedAs("HELLO");

  @TempDir Path folder;

  @Test
  void there_are_no_hooks_by_default() {
    assertThat(config(Map.of()).hooks()).isEmpty();
  }

  @Test
  void the_defaults_of_a_hook_are_those_of_the_documentation() {
    var hook = config(Map.of(ROOT + "github.project", "demo")).hooks().get("github");

    assertThat(hook).isNotNull();
    assertThat(hook.connector()).isEmpty();
    assertThat(hook.secret()).isEmpty();
    assertThat(hook.source()).isEmpty();
    assertThat(hook.replayWindow()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void the_handshake_allows_all_by_default() {
    HandshakeConfig config =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withMapping(HandshakeConfig.class)
            .build()
            .getConfigMapping(HandshakeConfig.class);

    assertThat(config.allowedOrigins()).isEqualTo(List.of("*"));
    assertThat(config.allowedRate()).isEmpty();
  }

  @Test
  void several_secrets_are_accepted_from_the_settings_and_from_a_file() throws IOException {
    Path file = Files.writeString(folder.resolve("secrets"), "\nthird\n  fourth  \n");
    Map<String, String> settings =
        Map.of(
            ROOT + "github.project", "demo",
            ROOT + "github.secret", "first,second",
            ROOT + "github.secret-file", file.toString());

    for (String secret : List.of("first", "second", "third", "fourth")) {
      assertThat(receive(settings, "github", signedAs(secret))).isInstanceOf(Ignored.class);
    }
    assertThat(receive(settings, "github", signedAs("fifth"))).isInstanceOf(NotGenuine.class);
  }

  @Test
  void a_file_of_secrets_is_taken_when_it_changes_and_kept_when_it_is_gone() throws Exception {
    Path file = Files.writeString(folder.resolve("secrets"), "old");
    Hooks hooks =
        hooks(
            Map.of(
                ROOT + "github.project", "demo",
                ROOT + "github.secret", "fixed",
                ROOT + "github.secret-file", file.toString()));

    Files.writeString(file, "old\nnew");
    awaitAccepted(hooks, "new");
    assertThat(receive(hooks, "old")).isInstanceOf(Ignored.class);

    Files.delete(file);
    Files.writeString(folder.resolve("next"), "newest");
    Files.move(folder.resolve("next"), file);
    awaitAccepted(hooks, "newest");
    assertThat(receive(hooks, "old")).isInstanceOf(NotGenuine.class);
    assertThat(receive(hooks, "fixed")).isInstanceOf(Ignored.class);
  }

  private static void awaitAccepted(Hooks hooks, String secret) throws InterruptedException {
    Instant deadline = Instant.now().plusSeconds(10);
    while (!(receive(hooks, secret) instanceof Ignored)) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(5);
    }
  }

  private static Reception receive(Hooks hooks, String secret) {
    return hooks.named("github").orElseThrow().receive(signedAs(secret));
  }

  @Test
  void a_hook_is_known_by_its_name_whatever_its_connector() {
    Map<String, String> settings =
        Map.of(
            ROOT + "gateway.project", "demo",
            ROOT + "gateway.connector", "github",
            ROOT + "gateway.secret", "HELLO");

    assertThat(receive(settings, "gateway", SIGNED)).isInstanceOf(Ignored.class);
    assertThat(hooks(settings).named("github")).isEmpty();
  }

  @Test
  void a_hook_may_be_set_in_the_environment() {
    Map<String, String> environment =
        Map.of(
            "SUPPORTPULSE_INTAKE_WEBHOOKS_GITHUB_PROJECT", "demo",
            "SUPPORTPULSE_INTAKE_WEBHOOKS_GITHUB_SECRET", "HELLO",
            "SUPPORTPULSE_INTAKE_WEBHOOKS_GITHUB_REPLAY_WINDOW", "PT1M");

    WebhooksConfig config =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withSources(new EnvConfigSource(environment, 300))
            .withMapping(WebhooksConfig.class)
            .build()
            .getConfigMapping(WebhooksConfig.class);

    var hook = config.hooks().get("github");
    assertThat(hook).isNotNull();
    assertThat(hook.secret()).hasValue(List.of("HELLO"));
    assertThat(hook.replayWindow()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void without_a_secret_a_hook_is_locked() {
    assertThat(receive(Map.of(ROOT + "github.project", "demo"), "github", SIGNED))
        .isInstanceOf(Locked.class);
  }

  @ParameterizedTest
  @CsvSource({
    "project, Not Valid, no project is called",
    "connector, gitlab, 'chatwoot, github, standard-webhooks, zammad'",
    "source, not a uri, no URI reference",
    "secret-file, /no/such/file, /no/such/file",
  })
  void a_wrong_setting_stops_the_start(String setting, String value, String reason) {
    Map<String, String> settings = new HashMap<>();
    settings.put(ROOT + "github.project", "demo");
    settings.put(ROOT + "github." + setting, value);

    assertThatThrownBy(() -> hooks(settings))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(ROOT + "github." + setting)
        .hasMessageContaining(reason);
  }

  @Test
  void a_wrong_secret_stops_the_start_and_is_not_shown() {
    assertThatThrownBy(
            () ->
                hooks(
                    Map.of(
                        ROOT + "standard-webhooks.project", "demo",
                        ROOT + "standard-webhooks.secret", "pass word")))
        .hasMessageContaining(ROOT + "standard-webhooks.secret")
        .hasMessageContaining("whsec_")
        .hasMessageNotContaining("pass word");
  }

  private static Reception receive(Map<String, String> settings, String hook, Delivery delivery) {
    return hooks(settings).named(hook).orElseThrow().receive(delivery);
  }

  private static Delivery signedAs(String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
      return new Delivery(
          Map.of("X-Hub-Signature-256", "sha256=" + HexFormat.of().formatHex(mac.doFinal(body))),
          body,
          Instant.EPOCH);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Hooks hooks(Map<String, String> settings) {
    return WebhookHooks.of(
        config(settings),
        new StrictJson(new JsonLimits(1000, 1, 32)),
        new FileWatch(Duration.ofMillis(20)));
  }

  private static WebhooksConfig config(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withMapping(WebhooksConfig.class)
        .withDefaultValues(settings)
        .build()
        .getConfigMapping(WebhooksConfig.class);
  }
}
