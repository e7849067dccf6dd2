package dev.supportpulse.intake.privacy;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which kinds of personal data are removed from the events of which project: by default all. */
public final class PrivacyRules {

  private static final Set<Kind> ALL = Set.copyOf(EnumSet.allOf(Kind.class));

  private final Map<String, Set<Kind>> removed = new HashMap<>();

  /**
   * Rules by project.
   *
   * @param off the kinds that stay, of the projects where any do
   */
  public PrivacyRules(Map<String, Set<Kind>> off) {
    off.forEach(
        (project, kinds) -> {
          Set<Kind> rest = EnumSet.allOf(Kind.class);
          rest.removeAll(kinds);
          removed.put(project, rest);
        });
  }

  /** The kinds that are removed from events of that project. */
  Set<Kind> of(String project) {
    return removed.getOrDefault(project, ALL);
  }
}
