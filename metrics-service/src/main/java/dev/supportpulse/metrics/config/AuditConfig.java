package dev.supportpulse.metrics.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code supportpulse.metrics.audit}: telling the topic {@code support.audit} of changes. */
@ConfigMapping(prefix = "supportpulse.metrics.audit")
public interface AuditConfig {

  /** How often the database is asked for changes that the topic has not been told of. */
  @WithDefault("PT1S")
  Duration every();
}
