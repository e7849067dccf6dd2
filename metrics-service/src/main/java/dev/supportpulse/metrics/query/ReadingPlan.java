package dev.supportpulse.metrics.query;

import dev.supportpulse.metrics.cost.Exchange;
import dev.supportpulse.metrics.query.TallyReader.Part;
import dev.supportpulse.metrics.reference.References;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.window.Window;
import dev.supportpulse.metrics.window.WindowCover;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is read for a question: its windows, cut where a rate or the budget changes, and what some
 * figures need of the time before.
 *
 * @param boundaries those of the question and more
 */
record ReadingPlan(List<Instant> boundaries, List<Part> parts) {

  /**
   * The plan. Whatever the windows are cut at and reach back to is a day of UTC, so that no finer
   * granule is needed than without it.
   */
  static ReadingPlan of(Question question, References references) {
    Instant start = question.span().from();
    TreeSet<Instant> boundaries = new TreeSet<>(question.boundaries());
    Exchange exchange = references.exchange(question.currency());
    boundaries.addAll(references.cuts(question.span(), exchange));
    Set<Measure> measures = EnumSet.copyOf(Measure.UNSETTLED);
    measures.addAll(question.attribution().measures());
    question.figures().forEach(figure -> measures.addAll(figure.measures()));
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(WindowCover.of(List.copyOf(boundaries)), measures));
    for (FigureName figure : question.figures()) {
      Instant since = figure.since(references).orElse(start);
      if (since.isBefore(start)) {
        Window before = new Window(since, start);
        boundaries.add(since);
        boundaries.addAll(references.cuts(before, exchange));
        parts.add(new Part(WindowCover.of(List.of(since, start)), figure.measures()));
      }
    }
    return new ReadingPlan(List.copyOf(boundaries), parts);
  }
}
