package dev.supportpulse.classifier.tool;

import dev.supportpulse.classifier.statistics.SuccessRate;
import dev.supportpulse.events.NeedCategory;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How surely each tool helps, by project and category, as it was read last: recommending never
 * waits for a database.
 */
public final class ProvenTools {

  private final List<String> own;
  private final double least;
  private final double level;
  private final double untried;
  private volatile Map<Trials, Double> lowerBounds = Map.of();

  /**
   * Nothing is known at first.
   *
   * @param own ids of the tools of which only trials tell what they suit, in the order of the
   *     catalogue
   * @param least lower bound of its effectiveness from which on one of them suits
   * @param level probability of the intervals, in (0, 1)
   */
  public ProvenTools(List<String> own, double least, double level) {
    this.own = List.copyOf(own);
    this.least = least;
    this.level = level;
    this.untried = SuccessRate.of(0, 0, level).lower();
  }

  /** Those of the installation's own tools that are known to help with needs of a category. */
  public List<String> own(@Nullable String project, NeedCategory category) {
    return own.stream().filter(tool -> lowerBound(project, category, tool) >= least).toList();
  }

  /** The surely most helpful first; no trial leaves equals in their order. */
  public Comparator<String> bestFirst(@Nullable String project, NeedCategory category) {
    return Comparator.comparingDouble((String tool) -> lowerBound(project, category, tool))
        .reversed();
  }

  /** Takes what was read now, by project. */
  public void use(Map<String, List<ToolTally>> read) {
    Map<Trials, Double> bounds = new HashMap<>();
    read.forEach(
        (project, tallies) -> {
          for (ToolTally tally : tallies) {
            if (tally.category() != null) {
              bounds.put(
                  new Trials(project, tally.category(), tally.tool()),
                  SuccessRate.of((double) tally.helped(), (double) tally.failed(), level).lower());
            }
          }
        });
    lowerBounds = Map.copyOf(bounds);
  }

  private double lowerBound(@Nullable String project, NeedCategory category, String tool) {
    return project == null
        ? untried
        : lowerBounds.getOrDefault(new Trials(project, category, tool), untried);
  }

  private record Trials(String project, NeedCategory category, String tool) {}
}
