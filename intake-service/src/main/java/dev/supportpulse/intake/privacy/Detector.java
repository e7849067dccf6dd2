package dev.supportpulse.intake.privacy;

import java.util.List;

/**
 * Finds personal data in texts. Every detector reads a text once, looks only a bounded way around
 * each place, and so takes time in proportion to its length, whatever the text holds.
 */
interface Detector {

  /** What a text must have, as {@link Glance} sees it, for a look to be worth while. */
  int worthwhile();

  /** Adds what is found. */
  void find(String text, List<Finding> findings);
}
