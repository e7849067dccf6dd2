package dev.supportpulse.classifier.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** {@code supportpulse.classifier.tool-catalogue}: the tools, and how they are judged. */
@ConfigMapping(prefix = "supportpulse.classifier.tool-catalogue")
public interface ToolCatalogueConfig {

  /**
   * A YAML file of tools: each replaces the shipped one of its id or is added. Read at the start,
   * which fails if it is wrong.
   */
  Optional<Path> file();

  /** How long what was observed of tools is kept, by event time. */
  @WithDefault("P400D")
  Duration retention();

  /** Window of a question that names none. */
  @WithDefault("P90D")
  Duration defaultWindow();

  /** Probability of the interval of an effectiveness, in (0, 1). */
  @WithDefault("0.95")
  double level();
}
