package dev.supportpulse.metrics.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code supportpulse.metrics.stream}: the summaries that are pushed as they change. */
@ConfigMapping(prefix = "supportpulse.metrics.stream")
public interface StreamConfig {

  /** How often the database is asked whether a watched project changed. */
  @WithDefault("PT0.2S")
  Duration poll();

  /** After how long an incomplete summary is computed again although no count changed. */
  @WithDefault("PT1S")
  Duration settle();

  /** After how long without a summary a comment keeps the connection open. */
  @WithDefault("PT15S")
  Duration heartbeat();

  /** How many streams an instance serves at once; more are answered 503. */
  @WithDefault("500")
  int maxStreams();
}
