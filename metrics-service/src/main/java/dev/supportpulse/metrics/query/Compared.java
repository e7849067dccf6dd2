package dev.supportpulse.metrics.query;

import dev.supportpulse.metrics.figure.Change;
import dev.supportpulse.metrics.figure.Figure;
import dev.supportpulse.metrics.figure.Fraction;
import dev.supportpulse.metrics.figure.Reason;
import dev.supportpulse.metrics.query.Answer.Figures;
import dev.supportpulse.metrics.query.Answer.Point;
import dev.supportpulse.metrics.satisfaction.Baseline;
import dev.supportpulse.metrics.window.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An answer beside one about another time. */
public final class Compared {

  private final Comparison comparison;
  private final UnaryOperator<Instant> shift;
  private final @Nullable Baseline baseline;
  private final Map<Window, Point> points = new HashMap<>();

  /**
   * Pairs the windows.
   *
   * @param other null if there is no other time to answer about
   * @param shift from the ends of a window to those of the other one
   */
  Compared(
      Comparison comparison,
      UnaryOperator<Instant> shift,
      @Nullable Baseline baseline,
      @Nullable Answer other) {
    this.comparison = comparison;
    this.shift = shift;
    this.baseline = baseline;
    if (other != null) {
      other.points().forEach(point -> points.put(point.window(), point));
    }
  }

  /** The window that this one is compared with; null if there is none. */
  public @Nullable Window with(Window window) {
    if (comparison == Comparison.BASELINE) {
      return baseline == null ? null : baseline.period();
    }
    Instant from = shift.apply(window.from());
    Instant to = shift.apply(window.to());
    return from.isBefore(to) ? new Window(from, to) : null;
  }

  /** How a figure of a window and group changed. */
  public Change change(Window window, GroupKey key, FigureName name, Figure now) {
    Window other = with(window);
    Point point = other == null ? null : points.get(other);
    if (point == null || other == null) {
      return without(name, now);
    }
    Figures figures = point.groups().get(key);
    return figures == null
        ? Change.none(Reason.NO_DATA)
        : Change.between(figures.get(name), factor(window, other, name), now);
  }

  /** A baseline without a period states the net satisfaction and nothing else. */
  private Change without(FigureName name, Figure now) {
    if (comparison != Comparison.BASELINE) {
      return Change.none(Reason.NO_DATA);
    }
    if (baseline == null || baseline.period() != null || name != FigureName.NET_SATISFACTION) {
      return Change.none(Reason.NO_BASELINE);
    }
    Fraction stated = baseline.netSatisfaction();
    return Change.between(
        new Figure.Ratio(stated, 0, BigDecimal.ZERO, BigDecimal.ZERO), Fraction.of(1), now);
  }

  private Fraction factor(Window window, Window other, FigureName name) {
    return comparison == Comparison.BASELINE && name.additive()
        ? Fraction.of(window.length().toSeconds()).over(Fraction.of(other.length().toSeconds()))
        : Fraction.of(1);
  }
}
