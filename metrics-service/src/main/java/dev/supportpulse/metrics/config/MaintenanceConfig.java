package dev.supportpulse.metrics.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * {@code supportpulse.metrics.maintenance}: dropping what is no longer kept, merging what is over.
 */
@ConfigMapping(prefix = "supportpulse.metrics.maintenance")
public interface MaintenanceConfig {

  /** Whether this instance takes part; of those that do, one works at a time. */
  @WithDefault("true")
  boolean enabled();

  /** Pause between two rounds. */
  @WithDefault("PT1H")
  Duration every();

  /** How long after its end a bucket's stripes are merged. */
  @WithDefault("P1D")
  Duration mergeAfter();

  /**
   * How long a refused event is known again after it came last; at least as long as letters are
   * kept (the retention of {@code support.rejected}).
   */
  @WithDefault("P35D")
  Duration refusalsKept();

  /** Most rows that one transaction deletes or merges. */
  @WithDefault("5000")
  int chunkRows();
}
