package dev.supportpulse.intake.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code supportpulse.intake.webhooks.*}: the webhooks of upstream systems. */
@ConfigMapping(prefix = "supportpulse.intake.webhooks")
public interface WebhooksConfig {

  /** The hooks by name; {@code POST /v1/webhooks/<name>} is where upstream delivers. */
  @WithParentName
  Map<String, HookConfig> hooks();

  /** One hook: one upstream system, one project. */
  interface HookConfig {

    /** Which connector reads its deliveries; the hook's name, if it is left out. */
    Optional<String> connector();

    /** The project that its events belong to. */
    String project();

    /**
     * What its deliveries are signed with. Several, separated by commas, are all accepted, so that
     * they can be rotated. Without any, here or in {@code secret-file}, every delivery is refused.
     */
    Optional<List<String>> secret();

    /**
     * A file with such secrets, one a line, such as a mounted secret. It is read again when it
     * changes, which is looked at every {@code supportpulse.access.reload-every}.
     */
    Optional<Path> secretFile();

    /**
     * The CloudEvents source of its events, where the payload names none: the upstream system's
     * address. {@code /webhooks/<name>}, if it is left out.
     */
    Optional<String> source();

    /** How far a signed time of sending may be from the clock here. */
    @WithDefault("PT5M")
    Duration replayWindow();
  }
}
