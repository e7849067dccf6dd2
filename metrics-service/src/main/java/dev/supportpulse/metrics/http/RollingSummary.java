package dev.supportpulse.metrics.http;

import dev.supportpulse.metrics.config.QueryConfig;
import dev.supportpulse.metrics.query.FigureName;
import dev.supportpulse.metrics.query.FigureService;
import dev.supportpulse.metrics.query.Question;
import dev.supportpulse.metrics.window.Window;
import dev.supportpulse.metrics.window.WindowLength;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/** A summary that can be asked for again and again: {@code window} and {@link Selection}. */
record RollingSummary(Selection selection, Duration window) {

  /** How its parameters are called. */
  static final List<String> PARAMETERS =
      Stream.concat(Stream.of("window"), Selection.PARAMETERS.stream()).toList();

  /**
   * Reads what is asked for.
   *
   * @throws dev.supportpulse.metrics.window.BadQuery naming the parameter
   */
  static RollingSummary of(String project, Parameters parameters, QueryConfig config) {
    String length = parameters.text("window");
    return new RollingSummary(
        Selection.of(project, parameters),
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
        new Question(
            selection.project(),
            List.of(span.from(), span.to()),
            selection.groupBy(),
            selection.filters(),
            EnumSet.allOf(FigureName.class));
    return SummaryView.of(selection.project(), figures.answer(question, now, "at"));
  }
}
