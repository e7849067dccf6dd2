package dev.supportpulse.metrics.query;

import dev.supportpulse.metrics.reference.ReferenceData;
import dev.supportpulse.metrics.reference.References;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.window.Retention;
import dev.supportpulse.metrics.window.WindowCover;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
    retention.check(WindowCover.of(question.boundaries()), now, spanParameter);
    References references = referenceData.of(question.project());
    List<Instant> boundaries = cut(question, references);
    // The log's end comes first: whatever it holds can only have been counted since.
    Optional<LogEnds> ends = log.ask();
    TallyReader.Reading reading =
        tallies.read(
            new TallyReader.Request(
                question.project(),
                boundaries,
                WindowCover.of(boundaries),
                question.groupBy(),
                question.filters(),
                measures(question.figures())));
    Freshness freshness =
        ends.map(e -> Freshness.of(e, reading.positions())).orElse(Freshness.UNKNOWN);
    return new AnswerAssembly(question, references, boundaries, reading, freshness).answer(now);
  }

  /**
   * The boundaries of the windows, and those at which a rate or the budget changes: days, so that
   * no finer granule is needed than without them.
   */
  private static List<Instant> cut(Question question, References references) {
    TreeSet<Instant> boundaries = new TreeSet<>(question.boundaries());
    boundaries.addAll(references.cuts(question.span()));
    return List.copyOf(boundaries);
  }

  private static Set<Measure> measures(Set<FigureName> figures) {
    EnumSet<Measure> measures = EnumSet.noneOf(Measure.class);
    figures.forEach(figure -> measures.addAll(figure.measures()));
    return measures;
  }
}
