package dev.supportpulse.metrics.query;

import dev.supportpulse.metrics.figure.Figure;
import dev.supportpulse.metrics.window.Window;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The figures that were asked for, and how good they are.
 *
 * @param points one per window, in order
 * @param restatedAt when a span that was already over last changed; null if none did
 */
public record Answer(List<Point> points, Freshness freshness, @Nullable Instant restatedAt) {

  /**
   * One window.
   *
   * @param complete everything up to its end (or now) is counted, and nothing pends
   * @param groups every group of the whole answer, even if it has nothing in this window
   */
  public record Point(
      Window window, boolean complete, Pending pending, SortedMap<GroupKey, Figures> groups) {

    /** The figures of an answer that groups by nothing. */
    public Figures only() {
      Figures figures = groups.get(GroupKey.ALL);
      if (figures == null) {
        throw new IllegalStateException("the answer is grouped");
      }
      return figures;
    }
  }

  /** The figures of one group, by name. */
  public record Figures(SortedMap<FigureName, Figure> byName) {

    /** A figure that was asked for. */
    public Figure get(FigureName name) {
      Figure figure = byName.get(name);
      if (figure == null) {
        throw new IllegalArgumentException(name + " was not asked for");
      }
      return figure;
    }
  }

  /**
   * What may still move.
   *
   * @param texts not yet classified
   * @param sentiments feedbacks without a sentiment
   * @param cases cases without an opening
   */
  public record Pending(long texts, long sentiments, long cases) {}
}
