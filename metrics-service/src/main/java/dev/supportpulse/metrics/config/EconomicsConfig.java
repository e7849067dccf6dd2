package dev.supportpulse.metrics.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code supportpulse.metrics.economics}: how plans and forecasts are made. */
@ConfigMapping(prefix = "supportpulse.metrics.economics")
public interface EconomicsConfig {

  /** How long the solver may take over one program; then the best that it found is answered. */
  @WithDefault("PT10S")
  Duration solverTimeout();

  /** The span of a plan that names none, and most days on each side of an effect; whole days. */
  @WithDefault("P90D")
  Duration defaultWindow();

  /** How far a forecast looks ahead, if it isn't said; whole days, up to 366. */
  @WithDefault("P30D")
  Duration defaultHorizon();

  /** What a forecast learns from, if it isn't said; whole days, 56 to 1100. */
  @WithDefault("P365D")
  Duration defaultHistory();

  /** Most plans that a project may keep under names. */
  @WithDefault("100")
  int maxScenarios();
}
