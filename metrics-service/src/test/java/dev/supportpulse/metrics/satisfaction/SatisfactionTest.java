package dev.supportpulse.metrics.satisfaction;

import static dev.supportpulse.metrics.figure.Tallies.all;
import static dev.supportpulse.metrics.figure.Tallies.tally;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.metrics.figure.Figure;
import dev.supportpulse.metrics.figure.Fraction;
import dev.supportpulse.metrics.figure.Reason;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The golden cases of requirements §2, and what must hold of any tally. */
class SatisfactionTest {

  private static final Tally SOURCE_000 =
      all(
          tally(Measure.SENTIMENT, "USER/POSITIVE", 600, "600"),
          tally(Measure.SENTIMENT, "USER/NEGATIVE", 400, "-400"));

  @Test
  void netSatisfactionOf600And400In1000Is0_2() {
    assertThat(NetSatisfaction.of(SOURCE_000))
        .isInstanceOfSatisfying(
            Figure.Ratio.class,
            s -> {
              assertThat(s.value().toDouble()).isEqualTo(0.2);
              assertThat(s.n()).isEqualTo(1000);
              assertThat(s.numerator()).isEqualByComparingTo("200");
              assertThat(s.denominator()).isEqualByComparingTo("1000");
            });
  }

  @Test
  void neutralCountsInTheTotal() {
    Tally tally = all(SOURCE_000, tally(Measure.SENTIMENT, "MODEL/NEUTRAL", 1000, "0"));
    assertThat(value(NetSatisfaction.of(tally))).isEqualTo(0.1);
  }

  @Test
  void effectAgainstABaselineOf0_5IsMinus0_6() {
    assertThat(value(SatisfactionEffect.of(SOURCE_000, baseline("0.5")))).isEqualTo(-0.6);
  }

  @Test
  void effectKeepsBetterPositiveBelowZero() {
    assertThat(value(SatisfactionEffect.of(SOURCE_000, baseline("-0.2")))).isEqualTo(2.0);
  }

  @Test
  void effectNeedsABaselineThatIsNotZero() {
    assertThat(SatisfactionEffect.of(SOURCE_000, null))
        .isEqualTo(Figure.absent(Reason.NO_BASELINE));
    assertThat(SatisfactionEffect.of(SOURCE_000, baseline("0.00")))
        .isEqualTo(Figure.absent(Reason.ZERO_BASELINE));
    assertThat(SatisfactionEffect.of(Tally.NONE, baseline("0.5")))
        .isEqualTo(Figure.absent(Reason.NO_DATA));
  }

  @Test
  void weightedSatisfactionOf0_9And0_8And0_7Is0_83() {
    Tally tally =
        all(
            tally(Measure.RATING, "serviceQuality", 10, "9"),
            tally(Measure.RATING, "solutionEffectiveness", 10, "8"),
            tally(Measure.RATING, "needFulfilment", 10, "7"));
    assertThat(Ratings.weighted(tally, Ratings.WEIGHTED_SATISFACTION))
        .isInstanceOfSatisfying(
            Figure.Weighted.class,
            figure -> {
              assertThat(figure.value().toDouble()).isEqualTo(0.83);
              assertThat(figure.n()).isEqualTo(30);
              assertThat(figure.components().keySet())
                  .containsExactly("serviceQuality", "solutionEffectiveness", "needFulfilment");
            });
  }

  @Test
  void weightedCsatOf0_85And0_80And0_75Is0_815() {
    assertThat(Ratings.weighted(source001(), Ratings.WEIGHTED_CSAT))
        .isInstanceOfSatisfying(
            Figure.Weighted.class,
            figure -> assertThat(figure.value().toDouble()).isEqualTo(0.815));
  }

  @Test
  void aWeightedFigureNamesTheDimensionThatNobodyAnswered() {
    Tally tally =
        all(
            tally(Measure.RATING, "technicalSupport", 20, "17"),
            tally(Measure.RATING, "responseTime", 20, "15"));
    assertThat(Ratings.weighted(tally, Ratings.WEIGHTED_CSAT))
        .isEqualTo(Figure.missing("solution"));
    assertThat(Ratings.weighted(Tally.NONE, Ratings.WEIGHTED_CSAT))
        .isEqualTo(Figure.absent(Reason.NO_DATA));
  }

  @Test
  void csatIsTheShareOfSatisfiedAnswersOnOverall() {
    assertThat(value(Ratings.csat(tally(Measure.RATING, "overall", 8, "6")))).isEqualTo(0.75);
    assertThat(Ratings.csat(source001())).isEqualTo(Figure.absent(Reason.NO_DATA));
  }

  @Test
  void npsRunsFromMinus100To100AndCesIsAMean() {
    assertThat(value(Ratings.nps(tally(Measure.RATING, "recommend", 4, "-4")))).isEqualTo(-100.0);
    assertThat(value(Ratings.nps(tally(Measure.RATING, "recommend", 4, "1")))).isEqualTo(25.0);
    assertThat(value(Ratings.ces(tally(Measure.RATING, "effort", 4, "22")))).isEqualTo(5.5);
  }

  @Property(tries = 300)
  void netSatisfactionStaysWithinMinusOneAndOne(
      @ForAll @IntRange(max = 500) int positive,
      @ForAll @IntRange(max = 500) int neutral,
      @ForAll @IntRange(max = 500) int negative) {
    Tally tally =
        all(
            tally(Measure.SENTIMENT, "USER/POSITIVE", positive, "" + positive),
            tally(Measure.SENTIMENT, "USER/NEUTRAL", neutral, "0"),
            tally(Measure.SENTIMENT, "USER/NEGATIVE", negative, "" + -negative));
    Figure figure = NetSatisfaction.of(tally);
    if (positive + neutral + negative == 0) {
      assertThat(figure).isEqualTo(Figure.absent(Reason.NO_DATA));
    } else {
      assertThat(value(figure)).isBetween(-1.0, 1.0);
      assertThat(NetSatisfaction.of(all(tally, tally, tally.negated()))).isEqualTo(figure);
    }
  }

  private static Tally source001() {
    return all(
        tally(Measure.RATING, "technicalSupport", 20, "17"),
        tally(Measure.RATING, "solution", 20, "16"),
        tally(Measure.RATING, "responseTime", 20, "15"));
  }

  private static Baseline baseline(String value) {
    return new Baseline(Fraction.of(new BigDecimal(value)), null);
  }

  private static double value(Figure figure) {
    assertThat(figure).isInstanceOf(Figure.Ratio.class);
    return ((Figure.Ratio) figure).value().toDouble();
  }
}
