package dev.supportpulse.metrics.http;

import dev.supportpulse.metrics.config.QueryConfig;
import dev.supportpulse.metrics.query.Answer;
import dev.supportpulse.metrics.query.Comparison;
import dev.supportpulse.metrics.query.FigureName;
import dev.supportpulse.metrics.query.FigureService;
import dev.supportpulse.metrics.query.Question;
import dev.supportpulse.metrics.query.SpanParameters;
import dev.supportpulse.metrics.window.Shift;
import dev.supportpulse.metrics.window.Window;
import dev.supportpulse.metrics.window.WindowLength;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A summary that can be asked for again and again: {@code window}, {@link Selection} and {@link
 * Reckoning}.
 */
record RollingSummary(Selection selection, Reckoning reckoning, Duration window) {

  /** How its parameters are called. */
  static final List<String> PARAMETERS =
      Stream.of(List.of("window"), Selection.PARAMETERS, Reckoning.PARAMETERS)
          .flatMap(List::stream)
          .toList();

  private static final SpanParameters SPAN = new SpanParameters("at", "window");

  /**
   * Reads what is asked for.
   *
   * @throws dev.supportpulse.metrics.window.BadQuery naming the parameter
   */
  static RollingSummary of(String project, Parameters parameters, QueryConfig config) {
    String length = parameters.text("window");
    return new RollingSummary(
        Selection.of(project, parameters),
        Reckoning.of(parameters),
        length == null ? config.defaultWindow() : WindowLength.parse(length));
  }

  /**
   * Every figure of the window that ends at an instant, rounded up to the minute.
   *
   * @param now taken before the call
   */
  SummaryView at(Instant at, Instant now, FigureService figures) {
    Window span = Window.endingAt(at, window);
    Question question =
        reckoning.question(
            selection, List.of(span.from(), span.to()), EnumSet.allOf(FigureName.class));
    Answer answer = figures.answer(question, now, SPAN);
    Comparison compare = reckoning.compare();
    return SummaryView.of(
        selection.project(),
        answer,
        compare == null
            ? null
            : figures.compare(
                question, compare, earlier(compare), now, SpanParameters.of("compare")));
  }

  /** A rolling window has no time zone: its year is that of UTC. */
  private UnaryOperator<Instant> earlier(Comparison compare) {
    return compare == Comparison.YEAR
        ? Shift.back(Period.ofYears(1), ZoneOffset.UTC)
        : Shift.back(window);
  }
}
