package dev.supportpulse.classifier.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** {@code supportpulse.classifier.modes}: the rules by which support is recommended. */
@ConfigMapping(prefix = "supportpulse.classifier.modes")
public interface ModeConfig {

  /**
   * A folder of rule sets: {@code _default.yaml} in place of the one that ships, and {@code
   * PROJECT.yaml} for each project with rules of its own. The start fails if one is wrong.
   */
  Optional<Path> folder();

  /** How often the folder is looked at for changes. */
  @WithDefault("PT5S")
  Duration reloadEvery();

  /** Most rules of a rule set. */
  @WithDefault("200")
  int mostRules();

  /** How long needs and cases are kept, by event time; also how far back past cases count. */
  @WithDefault("P180D")
  Duration retention();

  /** How often what past cases tell is read. */
  @WithDefault("PT1M")
  Duration historyEvery();

  /** Window of a dry run that names none. */
  @WithDefault("P30D")
  Duration defaultWindow();

  /** Most needs of a dry run: the latest. */
  @WithDefault("100000")
  int mostNeeds();

  /** Most changed needs that a dry run tells one by one. */
  @WithDefault("20")
  int mostSamples();
}
