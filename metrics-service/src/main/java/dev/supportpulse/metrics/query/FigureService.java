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
                now));
    Freshness freshness =
        ends.map(e -> Freshness.of(e, reading.positions())).orElse(Freshness.UNKNOWN);
    return new AnswerAssembly(question, references, plan.boundaries(), reading, freshness)
        .answer(now);
  }

  /**
   * What the answer to the question is compared with.
   *
   * @param shift from the boundaries of the question to those of the other time; a baseline has its
   *     own
   * @param spanParameter what is named if the other time needs granules that are no longer kept
   */
  public Compared compare(
      Question question,
      Comparison comparison,
      UnaryOperator<Instant> shift,
      Instant now,
      String spanParameter) {
    Baseline baseline =
        comparison == Comparison.BASELINE ? referenceData.of(question.project()).baseline() : null;
    Window period = baseline == null ? null : baseline.period();
    List<Instant> other = Shift.boundaries(question.boundaries(), shift);
    if (comparison == Comparison.BASELINE) {
      other = period == null ? List.of() : List.of(period.from(), period.to());
    }
    Answer answer = other.size() < 2 ? null : answer(question.at(other), now, spanParameter);
    return new Compared(comparison, shift, baseline, answer);
  }
}
