package dev.supportpulse.metrics.query;

import java.util.Map;
import java.util.Set;

/** Knows when the figures of a project may have changed. */
public interface ChangeLog {

  /**
   * A mark for each project whose figures ever changed: as long as it stays equal, so do the counts
   * and the reference data. It says nothing about order.
   */
  Map<String, String> marks(Set<String> projects);
}
