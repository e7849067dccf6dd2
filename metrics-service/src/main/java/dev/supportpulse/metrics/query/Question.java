package dev.supportpulse.metrics.query;

import dev.supportpulse.metrics.tally.Dimension;
import dev.supportpulse.metrics.window.BadQuery;
import dev.supportpulse.metrics.window.Window;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked: some figures of a project, for consecutive windows.
 *
 * @param boundaries ascending whole minutes, at least two; each pair of neighbours is a window
 * @param groupBy at most two dimensions
 * @param currency what amounts are converted to; null leaves each in its own
 * @param attribution where amounts go that don't name the dimensions grouped by
 */
public record Question(
    String project,
    List<Instant> boundaries,
    List<Dimension> groupBy,
    List<Filter> filters,
    Set<FigureName> figures,
    @Nullable String currency,
    Attribution attribution) {

  /** A question for amounts as they were booked. */
  public Question(
      String project,
      List<Instant> boundaries,
      List<Dimension> groupBy,
      List<Filter> filters,
      Set<FigureName> figures) {
    this(project, boundaries, groupBy, filters, figures, null, Attribution.DIRECT);
  }

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
    if (attribution != Attribution.DIRECT && groupBy.isEmpty()) {
      throw new BadQuery(
          "attribution", "spreads amounts over groups: say with groupBy over which ones");
    }
  }

  /** The same about other windows. */
  Question at(List<Instant> others) {
    return new Question(project, others, groupBy, filters, figures, currency, attribution);
  }

  /** From the first boundary to the last. */
  public Window span() {
    return new Window(boundaries.get(0), boundaries.get(boundaries.size() - 1));
  }
}
