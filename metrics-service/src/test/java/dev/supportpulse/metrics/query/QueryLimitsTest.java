package dev.supportpulse.metrics.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportpulse.metrics.tally.Dimension;
import dev.supportpulse.metrics.window.BadQuery;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A question that is too wide is refused with the parameter and the remedy. */
class QueryLimitsTest {

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private final QueryLimits limits = new QueryLimits(1_000, 24);

  @Test
  void cellsArePointsTimesGroupsTimesFigures() {
    limits.checkCells(question(4, FigureName.CASES, FigureName.CSAT), 3);

    assertThatThrownBy(() -> limits.checkCells(question(4, FigureName.CASES, FigureName.CSAT), 4))
        .isInstanceOf(BadQuery.class)
        .hasMessageContaining("4 groups")
        .hasMessageContaining("32 cells where 24 are the most")
        .hasMessageContaining("fewer dimensions")
        .extracting("parameter")
        .isEqualTo("groupBy");
  }

  @Test
  void tooManyBucketsAreTheFaultOfTheLengthOfTheSpan() {
    BadQuery refusal = limits.tooManyBuckets(new SpanParameters("at", "window"));

    assertThat(refusal.parameter()).isEqualTo("window");
    assertThat(refusal).hasMessageContaining("1000 buckets").hasMessageContaining("shorter span");
  }

  private static Question question(int points, FigureName... figures) {
    return new Question(
        "p",
        IntStream.rangeClosed(0, points).mapToObj(i -> START.plusSeconds(60L * i)).toList(),
        List.of(Dimension.TIER),
        List.of(),
        Set.of(figures));
  }
}
