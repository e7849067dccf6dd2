package dev.supportpulse.metrics.query;

import dev.supportpulse.metrics.figure.Figure;
import dev.supportpulse.metrics.query.Answer.Figures;
import dev.supportpulse.metrics.query.Answer.Pending;
import dev.supportpulse.metrics.query.Answer.Point;
import dev.supportpulse.metrics.query.TallyReader.Cell;
import dev.supportpulse.metrics.query.TallyReader.Reading;
import dev.supportpulse.metrics.reference.References;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;
import dev.supportpulse.metrics.window.Counted;
import dev.supportpulse.metrics.window.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the answer to one question from what was read for it. */
final class AnswerAssembly {

  private final Question question;
  private final References references;
  private final List<Instant> boundaries;
  private final Reading reading;
  private final Freshness freshness;

  /** Tallies by interval, for every group that has any. */
  private final SortedMap<GroupKey, Map<Integer, Tally>> groups = new TreeMap<>();

  /**
   * Sorts what was read by group.
   *
   * @param boundaries of the intervals that were read: those of the question and more
   */
  AnswerAssembly(
      Question question,
      References references,
      List<Instant> boundaries,
      Reading reading,
      Freshness freshness) {
    this.question = question;
    this.references = references;
    this.boundaries = boundaries;
    this.reading = reading;
    this.freshness = freshness;
    if (question.groupBy().isEmpty()) {
      groups.put(GroupKey.ALL, new HashMap<>());
    }
    for (Cell cell : reading.cells()) {
      groups.computeIfAbsent(cell.key(), key -> new HashMap<>()).put(cell.interval(), cell.tally());
    }
  }

  Answer answer(Instant now) {
    List<Point> points = new ArrayList<>();
    int first = 0;
    for (int i = 1; i < question.boundaries().size(); i++) {
      Window window = new Window(question.boundaries().get(i - 1), question.boundaries().get(i));
      int end = first;
      while (boundaries.get(end).isBefore(window.to())) {
        end++;
      }
      points.add(point(window, first, end, now));
      first = end;
    }
    return new Answer(points, freshness, restatedAt());
  }

  /** The window that the intervals from {@code first} up to {@code end} make up. */
  private Point point(Window window, int first, int end, Instant now) {
    SortedMap<GroupKey, Figures> figures = new TreeMap<>();
    groups.forEach(
        (key, tallies) ->
            figures.put(key, figures(Evidence.of(spans(first, end, tallies), references))));
    Pending pending = pending(first, end);
    Instant due = window.to().isBefore(now) ? window.to() : now;
    boolean complete = freshness.reaches(due) && pending.texts() == 0;
    return new Point(window, complete, pending, figures);
  }

  private List<Counted> spans(int first, int end, Map<Integer, Tally> tallies) {
    return IntStream.range(first, end)
        .mapToObj(
            i ->
                new Counted(
                    new Window(boundaries.get(i), boundaries.get(i + 1)),
                    tallies.getOrDefault(i, Tally.NONE)))
        .toList();
  }

  private Figures figures(Evidence evidence) {
    SortedMap<FigureName, Figure> figures = new TreeMap<>();
    question.figures().forEach(name -> figures.put(name, name.of(evidence)));
    return new Figures(figures);
  }

  private Pending pending(int first, int end) {
    Tally tally =
        IntStream.range(first, end)
            .mapToObj(i -> reading.pending().getOrDefault(i, Tally.NONE))
            .reduce(Tally.NONE, Tally::plus);
    return new Pending(
        tally.total(Measure.PENDING).n(),
        tally.total(Measure.PENDING_SENTIMENT).n(),
        tally.total(Measure.PENDING_CASES).n());
  }

  private @Nullable Instant restatedAt() {
    return reading.cells().stream()
        .map(Cell::restatedAt)
        .flatMap(Stream::ofNullable)
        .max(Instant::compareTo)
        .orElse(null);
  }
}
