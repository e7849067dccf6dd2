package dev.supportpulse.metrics.query;

import dev.supportpulse.metrics.tally.Dimension;
import dev.supportpulse.metrics.window.BadQuery;
import dev.supportpulse.metrics.window.Window;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What is asked: some figures of a project, for consecutive windows.
 *
 * @param boundaries ascending whole minutes, at least two; each pair of neighbours is a window
 * @param groupBy at most two dimensions
 */
public record Question(
    String project,
    List<Instant> boundaries,
    List<Dimension> groupBy,
    List<Filter> filters,
    Set<FigureName> figures) {

  public Question {
    boundaries = List.copyOf(boundaries);
    groupBy = List.copyOf(groupBy);
    filters = List.copyOf(filters);
    figures = Set.copyOf(figures);
    if (boundaries.size() < 2) {
      throw new IllegalArgumentException("a question needs a window");
    }
    if (groupBy.size() > 2) {
      throw new BadQuery("groupBy", "takes at most two dimensions");
    }
  }

  /** From the first boundary to the last. */
  public Window span() {
    return new Window(boundaries.get(0), boundaries.get(boundaries.size() - 1));
  }
}
