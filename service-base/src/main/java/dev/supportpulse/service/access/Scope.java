package dev.supportpulse.service.access;

import dev.supportpulse.events.SupportEvent;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * The projects that a caller may touch.
 *
 * @param projects their names; {@value #ALL} alone means every project, also those to come
 */
public record Scope(Set<String> projects) {

  /** Stands for every project. */
  public static final String ALL = "*";

  /** Every project. */
  public static final Scope EVERY_PROJECT = new Scope(Set.of(ALL));

  /**
   * Copies the names.
   *
   * @throws IllegalArgumentException if there is none, if one can't be a project, or if {@value
   *     #ALL} isn't alone
   */
  public Scope {
    projects = Set.copyOf(projects);
    if (projects.isEmpty()) {
      throw new IllegalArgumentException("projects must name at least one project, or *");
    }
    if (projects.contains(ALL) && projects.size() > 1) {
      throw new IllegalArgumentException("projects must be * alone, or a list of projects");
    }
    for (String project : projects) {
      if (!project.equals(ALL) && !SupportEvent.isProject(project)) {
        throw new IllegalArgumentException(
            "projects has '%s', but a project is 1 to 63 lower-case letters, digits, dots, underscores and hyphens"
                .formatted(project));
      }
    }
  }

  /** The scope of those names. */
  public static Scope of(Collection<String> projects) {
    return new Scope(Set.copyOf(projects));
  }

  /** Whether it is every project. */
  public boolean isEveryProject() {
    return projects.contains(ALL);
  }

  /** Whether that project is in it. */
  public boolean covers(String project) {
    return isEveryProject() || projects.contains(project);
  }

  /** The names in their order. */
  @Override
  public String toString() {
    return String.join(", ", new TreeSet<>(projects));
  }
}
