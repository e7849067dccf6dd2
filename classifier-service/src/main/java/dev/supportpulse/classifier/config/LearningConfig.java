package dev.supportpulse.classifier.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** {@code supportpulse.classifier.learning}: corrections, and the models that come of them. */
@ConfigMapping(prefix = "supportpulse.classifier.learning")
public interface LearningConfig {

  /** How often this instance looks for what others stored, and whether the database is there. */
  @WithDefault("PT2S")
  Duration poll();

  /** Most characters of a correction's title and text, each. */
  @WithDefault("20000")
  int maxText();

  /** The latest so many corrections of a project are learned from. */
  @WithDefault("2000")
  int mostPerProject();

  /** An event that the topic didn't have is sought again so long after. */
  @WithDefault("PT1M")
  Duration seekAgainAfter();

  /** What a corrected event says is sought for so long after the correction. */
  @WithDefault("P1D")
  Duration seekFor();

  /** Most corrections on a page. */
  @WithDefault("500")
  int maxPage();

  /** Finer kinds of needs that a correction may name, in every project. */
  @WithDefault("customisation,installation,configuration,upgrade,integration")
  Set<String> subCategories();

  /** Those that a project has besides, by project. */
  Map<String, Set<String>> projectSubCategories();
}
