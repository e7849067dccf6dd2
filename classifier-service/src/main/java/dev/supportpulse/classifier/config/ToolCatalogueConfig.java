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

  /** Window of a question that names none, and of what is recommended. */
  @WithDefault("P90D")
  Duration defaultWindow();

  /** Probability of the interval of an effectiveness, in (0, 1). */
  @WithDefault("0.95")
  double level();

  /**
   * Lower bound of its effectiveness in a need category from which on a tool of your own is
   * recommended there, in [0, 1]; 2: never without a rule.
   */
  @WithDefault("0.5")
  double recommendedFrom();

  /** How often recommendations take into account how tools did. */
  @WithDefault("PT5M")
  Duration judgeEvery();
}
