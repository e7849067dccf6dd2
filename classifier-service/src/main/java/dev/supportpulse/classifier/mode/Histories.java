package dev.supportpulse.classifier.mode;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the cases of all projects tell, as it was read last: deciding never waits for a database.
 */
public final class Histories {

  private volatile Map<String, ProjectHistory> byProject = Map.of();

  /** That of a project; nothing is known of null, or before anything was read. */
  public ProjectHistory of(@Nullable String project) {
    return project == null
        ? ProjectHistory.NONE
        : byProject.getOrDefault(project, ProjectHistory.NONE);
  }

  /** Takes what was read now. */
  public void use(Map<String, ProjectHistory> read) {
    byProject = Map.copyOf(read);
  }
}
