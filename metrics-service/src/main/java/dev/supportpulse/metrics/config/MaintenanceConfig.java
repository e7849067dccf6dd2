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

  /**
   * How long a classification waits for its event: longer than the topics keep records, so that
   * what is given up could only be for an event that nobody will ever send.
   */
  @WithDefault("P35D")
  Duration parkedKept();

  /**
   * How long the pseudonym of an erased user is remembered, so that nothing that the topics still
   * hold is linked to it again: longer than they keep records, dead letters included.
   */
  @WithDefault("P90D")
  Duration erasedUsersRemembered();

  /** Most rows that one transaction deletes, unlinks or merges. */
  @WithDefault("5000")
  int chunkRows();
}
