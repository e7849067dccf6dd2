package dev.supportpulse.metrics.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code supportpulse.metrics.gauges}: the business figures in {@code /q/metrics}. */
@ConfigMapping(prefix = "supportpulse.metrics.gauges")
public interface GaugesConfig {

  /** Whether this instance computes them. */
  @WithDefault("true")
  boolean enabled();

  /** How often they are computed anew. */
  @WithDefault("PT30S")
  Duration every();

  /** Length of the rolling window that they tell of. */
  @WithDefault("PT24H")
  Duration window();

  /** Most projects, in alphabetical order, so that the number of time series stays bounded. */
  @WithDefault("50")
  int maxProjects();
}
