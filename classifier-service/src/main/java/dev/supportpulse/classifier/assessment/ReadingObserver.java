package dev.supportpulse.classifier.assessment;

import dev.supportpulse.classifier.need.NeedReading;
import dev.supportpulse.events.ClassifierTier;

/**
 * Is told of each event that was read for the first time. Safe for use by several threads; must not
 * block.
 */
@FunctionalInterface
public interface ReadingObserver {

  /** Looks away. */
  ReadingObserver NONE = (project, tier, reading) -> {};

  /** An event of a project was read in a tier. */
  void read(String project, ClassifierTier tier, NeedReading reading);
}
