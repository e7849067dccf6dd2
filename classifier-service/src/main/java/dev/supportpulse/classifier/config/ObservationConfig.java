package dev.supportpulse.classifier.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** {@code supportpulse.classifier.observation}: what is learnt from events beside classifying. */
@ConfigMapping(prefix = "supportpulse.classifier.observation")
public interface ObservationConfig {

  /** Pause before events are observed again whose observation the database did not take. */
  @WithDefault("PT2S")
  Duration retryPause();

  /** How long what was observed is kept, by event time. */
  @WithDefault("P90D")
  Duration retention();

  /** How often what is older is forgotten. */
  @WithDefault("PT1H")
  Duration forgetEvery();

  /** Window of a question that names none. */
  @WithDefault("P7D")
  Duration defaultWindow();

  /** How many windows before it a window is compared with. */
  @WithDefault("4")
  int windowsBefore();

  /** With which confidence something is called rising, one-sided, in (0, 1). */
  @WithDefault("0.999")
  double confidence();

  /** Most items on a page. */
  @WithDefault("500")
  int maxPage();

  /** Most faults of a window that are ranked: those with most reports. */
  @WithDefault("5000")
  int maxFaults();

  /** Texts of a window that must have a term for it to be shown, so that no one's own words are. */
  @WithDefault("3")
  int leastTexts();

  /** Most terms of a window that are ranked: those that most texts have. */
  @WithDefault("2000")
  int maxTerms();

  /** Most texts of a window that are compared with each other: the latest. */
  @WithDefault("5000")
  int maxTexts();

  /**
   * Names of the packages, modules or folders of a project's code, by project, where they don't
   * have the project's own name; such as {@code org.springframework.boot}.
   */
  Map<String, Set<String>> packages();
}
