package dev.supportpulse.metrics.query;

import dev.supportpulse.metrics.cost.Exchange;
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
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes the answer to one question from what was read for it. */
final class AnswerAssembly {

  private final Question question;
  private final References references;
  private final Exchange exchange;
  private final List<Instant> boundaries;
  private final Reading reading;
  private final Freshness freshness;

  /** Index of the interval at which the first window begins; those before are history. */
  private final int start;

  /** The intervals of every group that has any counts. */
  private final SortedMap<GroupKey, GroupCounts> groups = new TreeMap<>();

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
    this.exchange = references.exchange(question.currency());
    this.references = references.converted(exchange);
    this.boundaries = boundaries;
    this.reading = reading;
    this.freshness = freshness;
    this.start = boundaries.indexOf(question.span().from());
    SortedMap<GroupKey, Map<Integer, Tally>> tallies = new TreeMap<>();
    if (question.groupBy().isEmpty()) {
      tallies.put(GroupKey.ALL, new HashMap<>());
    }
    for (Cell cell : reading.cells()) {
      tallies
          .computeIfAbsent(cell.key(), key -> new HashMap<>())
          .put(cell.interval(), cell.tally());
    }
    Map<GroupKey, History> histories = new HashMap<>();
    tallies.forEach((key, byInterval) -> histories.put(key, history(byInterval)));
    if (question.attribution() != Attribution.DIRECT) {
      Spread spread = new Spread(tallies, question.attribution());
      points((window, first, end) -> spread.over(first, end));
    }
    tallies.forEach(
        (key, byInterval) ->
            groups.put(
                key,
                new GroupCounts(spans(byInterval), Objects.requireNonNull(histories.get(key)))));
  }

  /** How many groups every point of the answer has. */
  int groups() {
    return groups.size();
  }

  Answer answer(Instant now) {
    List<Point> points = new ArrayList<>();
    points((window, first, end) -> points.add(point(window, first, end, now)));
    return new Answer(points, freshness, restatedAt());
  }

  /** Visits the windows of the question in order, with the intervals that make up each. */
  private void points(PointVisitor visitor) {
    int first = start;
    for (int i = 1; i < question.boundaries().size(); i++) {
      Window window = new Window(question.boundaries().get(i - 1), question.boundaries().get(i));
      int end = first;
      while (boundaries.get(end).isBefore(window.to())) {
        end++;
      }
      visitor.visit(window, first, end);
      first = end;
    }
  }

  /** The window that the intervals from {@code first} up to {@code end} make up. */
  private Point point(Window window, int first, int end, Instant now) {
    SortedMap<GroupKey, Figures> figures = new TreeMap<>();
    groups.forEach(
        (key, counts) ->
            figures.put(
                key,
                figures(
                    Evidence.of(
                        window,
                        counts.spans().subList(first, end),
                        counts.history(),
                        references,
                        exchange))));
    Pending pending = pending(first, end);
    Instant due = window.to().isBefore(now) ? window.to() : now;
    boolean complete = freshness.reaches(due) && pending.texts() == 0;
    return new Point(window, complete, pending, figures);
  }

  private List<Counted> spans(Map<Integer, Tally> byInterval) {
    return IntStream.range(0, boundaries.size() - 1)
        .mapToObj(
            i ->
                exchange.convert(
                    new Counted(
                        new Window(boundaries.get(i), boundaries.get(i + 1)),
                        byInterval.getOrDefault(i, Tally.NONE))))
        .toList();
  }

  /** As it was booked, whatever is attributed where. */
  private History history(Map<Integer, Tally> byInterval) {
    Set<Measure> reachingBack = EnumSet.noneOf(Measure.class);
    question.figures().stream()
        .filter(figure -> figure.since(references).isPresent())
        .forEach(figure -> reachingBack.addAll(figure.measures()));
    return reachingBack.isEmpty()
        ? new History(List.of(), reachingBack)
        : new History(spans(byInterval), reachingBack);
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
    return reading.restated().entrySet().stream()
        .filter(restated -> restated.getKey() >= start)
        .map(Map.Entry::getValue)
        .max(Instant::compareTo)
        .orElse(null);
  }

  /** Takes a window and the intervals from {@code first} up to {@code end}. */
  @FunctionalInterface
  private interface PointVisitor {
    void visit(Window window, int first, int end);
  }

  /** What one group counted, interval by interval. */
  private record GroupCounts(List<Counted> spans, History history) {}
}
