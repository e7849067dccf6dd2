package dev.supportpulse.metrics.query;

import dev.supportpulse.metrics.reference.ReferenceData;
import dev.supportpulse.metrics.reference.References;
import dev.supportpulse.metrics.satisfaction.Baseline;
import dev.supportpulse.metrics.window.Retention;
import dev.supportpulse.metrics.window.Shift;
import dev.supportpulse.metrics.window.Window;
import dev.supportpulse.metrics.window.WindowCover;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Answers questions: the one computation behind summary, series and every other number. */
public final class FigureService {

  private final TallyReader tallies;
  private final ReferenceData referenceData;
  private final LogEndsSource log;
  private final Retention retention;
  private final QueryLimits limits;

  public FigureService(
      TallyReader tallies,
      ReferenceData referenceData,
      LogEndsSource log,
      Retention retention,
      QueryLimits limits) {
    this.tallies = tallies;
    this.referenceData = referenceData;
    this.log = log;
    this.retention = retention;
    this.limits = limits;
  }

  /**
   * The answer, as of now.
   *
   * @param now taken before the call: a window that ends later is complete once everything up to
   *     now is counted
   * @param span what {@link dev.supportpulse.metrics.window.BadQuery} names if the span needs
   *     granules that are no longer kept, or more buckets than are read for one question
   */
  public Answer answer(Question question, Instant now, SpanParameters span) {
    retention.check(WindowCover.of(question.boundaries()), now, span.ends());
    References references = referenceData.of(question.project());
    ReadingPlan plan = ReadingPlan.of(question, references);
    // The log's end comes first: whatever it holds can only have been counted since.
    Optional<LogEnds> ends = log.ask();
    TallyReader.Reading reading =
        tallies.read(
            new TallyReader.Request(
                question.project(),
                plan.boundaries(),
                plan.parts(),
                question.groupBy(),
                question.filters(),
                limits.maxBuckets(),
                now));
    if (!reading.whole()) {
      throw limits.tooManyBuckets(span);
    }
    Freshness freshness =
        ends.map(e -> Freshness.of(e, reading.positions())).orElse(Freshness.UNKNOWN);
    AnswerAssembly assembly =
        new AnswerAssembly(question, references, plan.boundaries(), reading, freshness);
    limits.checkCells(question, assembly.groups());
    return assembly.answer(now);
  }

  /**
   * What the answer to the question is compared with.
   *
   * @param shift from the boundaries of the question to those of the other time; a baseline has its
   *     own
   * @param span what is named if the other time needs granules that are no longer kept, or too many
   */
  public Compared compare(
      Question question,
      Comparison comparison,
      UnaryOperator<Instant> shift,
      Instant now,
      SpanParameters span) {
    Baseline baseline =
        comparison == Comparison.BASELINE ? referenceData.of(question.project()).baseline() : null;
    Window period = baseline == null ? null : baseline.period();
    List<Instant> other = Shift.boundaries(question.boundaries(), shift);
    if (comparison == Comparison.BASELINE) {
      other = period == null ? List.of() : List.of(period.from(), period.to());
    }
    Answer answer = other.size() < 2 ? null : answer(question.at(other), now, span);
    return new Compared(comparison, shift, baseline, answer);
  }
}
