package dev.supportpulse.metrics.efficiency;

import static dev.supportpulse.metrics.figure.Tallies.all;
import static dev.supportpulse.metrics.figure.Tallies.tally;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.metrics.figure.Figure;
import dev.supportpulse.metrics.figure.Reason;
import dev.supportpulse.metrics.satisfaction.Ratings;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.DurationBins;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** The golden cases of requirements §2, and what must hold of any durations. */
class EfficiencyTest {

  private static final Tally SOURCE_001 =
      all(
          tally(Measure.CASES, "", 100, "80"),
          responses(100, Duration.ofDays(2)),
          tally(Measure.RATING, "technicalSupport", 20, "17"),
          tally(Measure.RATING, "solution", 20, "16"),
          tally(Measure.RATING, "responseTime", 20, "15"));

  @Test
  void supportEfficiencyOf80In100Is0_8() {
    assertThat(Cases.supportEfficiency(SOURCE_001))
        .isInstanceOfSatisfying(
            Figure.Ratio.class, se -> assertThat(se.value().toDouble()).isEqualTo(0.8));
  }

  @Test
  void compositeEfficiencyOfTheSourceIs0_7115() {
    assertThat(composite(SOURCE_001))
        .isInstanceOfSatisfying(
            Figure.Weighted.class,
            figure -> {
              assertThat(figure.value().toDouble()).isEqualTo(0.7115);
              assertThat(figure.n()).isEqualTo(100);
              assertThat(figure.components().keySet())
                  .containsExactly("resolveRate", "responseSpeed", "csat");
            });
  }

  @Test
  void compositeEfficiencyNamesThePartItLacks() {
    Tally unanswered = tally(Measure.CASES, "", 100, "80");
    assertThat(composite(unanswered)).isEqualTo(Figure.missing("responseSpeed"));
    assertThat(composite(unanswered.plus(responses(1, Duration.ofHours(1)))))
        .isEqualTo(Figure.missing("csat"));
    assertThat(composite(Tally.NONE)).isEqualTo(Figure.absent(Reason.NO_DATA));
  }

  @Test
  void anImmediateResponseHasNoFiniteSpeed() {
    Tally immediate =
        all(tally(Measure.CASES, "", 1, "1"), tally(Measure.FIRST_RESPONSE, "0", 1, "0"));
    assertThat(composite(immediate)).isEqualTo(Figure.missing("responseSpeed"));
  }

  @Test
  void reopenRateAndCasesAreAbsentWithoutCases() {
    assertThat(Cases.opened(Tally.NONE)).isEqualTo(Figure.absent(Reason.NO_DATA));
    assertThat(Cases.opened(SOURCE_001)).isEqualTo(new Figure.Count(100));
    assertThat(Cases.reopenRate(tally(Measure.REOPENED, "", 8, "2")))
        .isInstanceOfSatisfying(
            Figure.Ratio.class, rate -> assertThat(rate.value().toDouble()).isEqualTo(0.25));
  }

  @Test
  void attainmentIsKeptOverDoneOrOverdueAndNeedsATarget() {
    Tally tally = tally(Measure.RESPONSE_TARGET, "", 8, "6");
    Targets eightHours = new Targets(Duration.ofHours(8), null, null, null);
    assertThat(Attainment.of(tally, Promise.FIRST_RESPONSE, eightHours))
        .isInstanceOfSatisfying(
            Figure.Ratio.class, share -> assertThat(share.value().toDouble()).isEqualTo(0.75));
    assertThat(Attainment.of(Tally.NONE, Promise.FIRST_RESPONSE, eightHours))
        .isEqualTo(Figure.absent(Reason.NO_DATA));
    assertThat(Attainment.of(tally, Promise.RESOLUTION, eightHours))
        .isEqualTo(Figure.absent(Reason.NO_TARGET));
  }

  @Test
  void theBacklogIsWhatWasOpenedAndNotResolved() {
    assertThat(Cases.backlog(tally(Measure.BACKLOG, "", 5, "3"))).isEqualTo(new Figure.Count(3));
    assertThat(Cases.backlog(tally(Measure.BACKLOG, "", 2, "0"))).isEqualTo(new Figure.Count(0));
    assertThat(Cases.backlog(Tally.NONE)).isEqualTo(Figure.absent(Reason.NO_DATA));
  }

  @Test
  void theMeanDurationIsExact() {
    assertThat(CaseDurations.of(SOURCE_001, Measure.FIRST_RESPONSE))
        .isInstanceOfSatisfying(
            Figure.Durations.class,
            durations -> assertThat(durations.mean().toDouble()).isEqualTo(172_800.0));
  }

  @Property(tries = 300)
  void percentilesAreWithinOnePercentOfTheNearestRank(
      @ForAll @Size(min = 1, max = 200)
          List<@IntRange(min = 1, max = 40_000_000) Integer> seconds) {
    Tally tally = Tally.NONE;
    for (int duration : seconds) {
      tally = tally.plus(responses(1, Duration.ofSeconds(duration)));
    }
    List<Integer> sorted = seconds.stream().sorted().toList();
    Figure figure = CaseDurations.of(tally, Measure.FIRST_RESPONSE);
    assertThat(figure)
        .isInstanceOfSatisfying(
            Figure.Durations.class,
            durations -> {
              assertClose(durations.p50(), sorted, 50);
              assertClose(durations.p90(), sorted, 90);
              assertClose(durations.p95(), sorted, 95);
              assertClose(durations.p99(), sorted, 99);
            });
  }

  private static void assertClose(double percentile, List<Integer> sorted, int percent) {
    int rank = (sorted.size() * percent + 99) / 100;
    assertThat(percentile)
        .isCloseTo((double) sorted.get(rank - 1), Percentage.withPercentage(1.000001));
  }

  private static Figure composite(Tally tally) {
    return CompositeEfficiency.of(
        tally, CompositeEfficiency.DEFAULT_WEIGHTS, Ratings.WEIGHTED_CSAT);
  }

  private static Tally responses(long n, Duration duration) {
    return Tally.of(
        Measure.FIRST_RESPONSE.of(Integer.toString(DurationBins.binOf(duration))),
        new Amount(n, BigDecimal.valueOf(n * duration.toSeconds())));
  }
}
