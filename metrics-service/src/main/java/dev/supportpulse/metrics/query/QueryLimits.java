package dev.supportpulse.metrics.query;

import dev.supportpulse.metrics.window.BadQuery;

/**
 * What one question may cost.
 *
 * @param maxBuckets most rows of the buckets that are read for it; reading stops there
 * @param maxCells most cells of its answer: points × groups × figures
 */
public record QueryLimits(int maxBuckets, int maxCells) {

  /** Whoever asked for more buckets is told how to ask for fewer. */
  BadQuery tooManyBuckets(SpanParameters span) {
    return new BadQuery(
        span.length(),
        "takes more than %d buckets to answer: ask for a shorter span, or for one that begins and ends at midnight of UTC, which is made of fewer"
            .formatted(maxBuckets));
  }

  /**
   * Checks the size of an answer.
   *
   * @throws BadQuery naming {@code groupBy}
   */
  void checkCells(Question question, int groups) {
    long points = question.boundaries().size() - 1L;
    long cells = points * groups * question.figures().size();
    if (cells > maxCells) {
      throw new BadQuery(
          "groupBy",
          "gives %d groups, which makes %d cells where %d are the most: group by fewer dimensions, filter, or ask for fewer points"
              .formatted(groups, cells, maxCells));
    }
  }
}
