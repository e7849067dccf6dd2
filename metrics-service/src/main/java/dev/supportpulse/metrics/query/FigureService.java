package dev.supportpulse.metrics.query;

import dev.supportpulse.metrics.figure.Figure;
import dev.supportpulse.metrics.query.Answer.Figures;
import dev.supportpulse.metrics.query.Answer.Pending;
import dev.supportpulse.metrics.query.Answer.Point;
import dev.supportpulse.metrics.query.TallyReader.Cell;
import dev.supportpulse.metrics.query.TallyReader.Reading;
import dev.supportpulse.metrics.reference.ReferenceData;
import dev.supportpulse.metrics.reference.References;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;
import dev.supportpulse.metrics.window.Counted;
import dev.supportpulse.metrics.window.Retention;
import dev.supportpulse.metrics.window.Slice;
import dev.supportpulse.metrics.window.Window;
import dev.supportpulse.metrics.window.WindowCover;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers questions: the one computation behind summary, series and every other number. */
public final class FigureService {

  private final TallyReader tallies;
  private final ReferenceData referenceData;
  private final LogEndsSource log;
  private final Retention retention;

  public FigureService(
      TallyReader tallies, ReferenceData referenceData, LogEndsSource log, Retention retention) {
    this.tallies = tallies;
    this.referenceData = referenceData;
    this.log = log;
    this.retention = retention;
  }

  /**
   * The answer, as of now.
   *
   * @param now taken before the call: a window that ends later is complete once everything up to
   *     now is counted
   * @param spanParameter what {@link dev.supportpulse.metrics.window.BadQuery} names if the span
   *     needs granules that are no longer kept
   */
  public Answer answer(Question question, Instant now, String spanParameter) {
    // A span that is answered must be made of granules that are kept; the cuts are made of days.
    retention.check(WindowCover.of(question.boundaries()), now, spanParameter);
    References references = referenceData.of(question.project());
    List<Instant> fine = refined(question, references);
    List<Slice> cover = WindowCover.of(fine);
    // The log's end comes first: whatever it holds can only have been counted since.
    Optional<LogEnds> ends = log.ask();
    Reading reading =
        tallies.read(
            new TallyReader.Request(
                question.project(),
                fine,
                cover,
                question.groupBy(),
                question.filters(),
                measures(question.figures())));
    Freshness freshness =
        ends.map(e -> Freshness.of(e, reading.positions())).orElse(Freshness.UNKNOWN);
    return new Answer(
        points(question, references, fine, reading, freshness, now),
        freshness,
        restatedAt(reading));
  }

  private static List<Instant> refined(Question question, References references) {
    TreeSet<Instant> boundaries = new TreeSet<>(question.boundaries());
    boundaries.addAll(references.cuts(question.span()));
    return List.copyOf(boundaries);
  }

  private static Set<Measure> measures(Set<FigureName> figures) {
    EnumSet<Measure> measures = EnumSet.noneOf(Measure.class);
    figures.forEach(figure -> measures.addAll(figure.measures()));
    return measures;
  }

  private static List<Point> points(
      Question question,
      References references,
      List<Instant> fine,
      Reading reading,
      Freshness freshness,
      Instant now) {
    SortedSet<GroupKey> keys = new TreeSet<>();
    Map<GroupKey, Map<Integer, Tally>> byKey = new HashMap<>();
    for (Cell cell : reading.cells()) {
      keys.add(cell.key());
      byKey.computeIfAbsent(cell.key(), key -> new HashMap<>()).put(cell.interval(), cell.tally());
    }
    if (question.groupBy().isEmpty()) {
      keys.add(GroupKey.ALL);
    }
    List<Point> points = new ArrayList<>();
    int interval = 0;
    for (int i = 1; i < question.boundaries().size(); i++) {
      Window window = new Window(question.boundaries().get(i - 1), question.boundaries().get(i));
      int first = interval;
      while (fine.get(interval).isBefore(window.to())) {
        interval++;
      }
      SortedMap<GroupKey, Figures> groups = new TreeMap<>();
      for (GroupKey key : keys) {
        List<Counted> spans = spans(fine, first, interval, byKey.getOrDefault(key, Map.of()));
        groups.put(key, figures(question.figures(), Evidence.of(spans, references)));
      }
      Pending pending = pending(reading, first, interval);
      Instant due = window.to().isBefore(now) ? window.to() : now;
      boolean complete = freshness.reaches(due) && pending.texts() == 0;
      points.add(new Point(window, complete, pending, groups));
    }
    return points;
  }

  private static List<Counted> spans(
      List<Instant> fine, int first, int end, Map<Integer, Tally> tallies) {
    List<Counted> spans = new ArrayList<>();
    for (int i = first; i < end; i++) {
      spans.add(
          new Counted(
              new Window(fine.get(i), fine.get(i + 1)), tallies.getOrDefault(i, Tally.NONE)));
    }
    return spans;
  }

  private static Figures figures(Set<FigureName> names, Evidence evidence) {
    SortedMap<FigureName, Figure> figures = new TreeMap<>();
    names.forEach(name -> figures.put(name, name.of(evidence)));
    return new Figures(figures);
  }

  private static Pending pending(Reading reading, int first, int end) {
    Tally tally = Tally.NONE;
    for (int i = first; i < end; i++) {
      tally = tally.plus(reading.pending().getOrDefault(i, Tally.NONE));
    }
    return new Pending(
        tally.total(Measure.PENDING).n(),
        tally.total(Measure.PENDING_SENTIMENT).n(),
        tally.total(Measure.PENDING_CASES).n());
  }

  private static @Nullable Instant restatedAt(Reading reading) {
    return reading.cells().stream()
        .map(Cell::restatedAt)
        .flatMap(Stream::ofNullable)
        .max(Instant::compareTo)
        .orElse(null);
  }
}
