package dev.supportpulse.metrics.economics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.supportpulse.metrics.economics.SampleYears;
import dev.supportpulse.metrics.economics.forecast.Forecast.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForecasterTest {

  private static final int HORIZON = 28;
  private static final int FIRST_ORIGIN = 120;

  /** Every sample year in three series: their origins lie a week apart. */
  private static final List<Function<String, double[]>> SERIES =
      List.of(SampleYears::cases, SampleYears::feedbacks, SampleYears::costs);

  @Test
  void aWeekThatRepeatsIsForetoldExactly() {
    double[] history = IntStream.range(0, 84).mapToDouble(day -> 10 + day % 7).toArray();
    Forecast forecast = Forecaster.of(history, 14, 0.9);

    assertThat(forecast.daily().get(0).value()).isEqualTo(10, within(1e-6));
    assertThat(forecast.daily().get(13).value()).isEqualTo(16, within(1e-6));
    assertThat(forecast.sums().get(6).value()).isEqualTo(91, within(1e-6));
    assertThat(forecast.sums().get(6).high()).isEqualTo(91, within(1e-6));
  }

  @Test
  void anAmountIsReachedOnTheDayThatTheSumDoes() {
    double[] history = IntStream.range(0, 84).mapToDouble(day -> 5).toArray();
    Forecast forecast = Forecaster.of(history, 30, 0.9);

    assertThat(forecast.reaches(12).expected()).hasValue(3);
    assertThat(forecast.reaches(0).expected()).hasValue(0);
    assertThat(forecast.reaches(1000).expected()).isEmpty();
  }

  @Test
  void earliestIsNotAfterLatest() {
    Random random = new Random(3);
    double[] history = random.doubles(200, 0, 20).toArray();
    Forecast.Reached reached = Forecaster.of(history, 60, 0.8).reaches(250);

    assertThat(reached.earliest().orElseThrow())
        .isLessThanOrEqualTo(reached.expected().orElseThrow());
    assertThat(reached.expected().orElseThrow())
        .isLessThanOrEqualTo(reached.latest().orElse(Integer.MAX_VALUE));
  }

  /** The backtest: mean absolute error of each of the next 28 days, and of their sum. */
  @Test
  void beatsTheSameWeekdayOfLastWeekInEverySampleYear() {
    for (String project : SampleYears.INITIATIVES.keySet()) {
      for (Function<String, double[]> series : SERIES) {
        double[] year = series.apply(project);
        double ours = 0;
        double naive = 0;
        double oursOfSum = 0;
        double naiveOfSum = 0;
        for (int origin = FIRST_ORIGIN; origin + HORIZON <= year.length; origin += 7) {
          SeasonalSmoothing smoothing = SeasonalSmoothing.of(year, origin);
          double off = 0;
          double naiveOff = 0;
          for (int ahead = 1; ahead <= HORIZON; ahead++) {
            double truth = year[origin + ahead - 1];
            double error = truth - smoothing.ahead(ahead);
            double naiveError = truth - year[origin - 7 + (ahead - 1) % 7];
            ours += Math.abs(error);
            naive += Math.abs(naiveError);
            off += error;
            naiveOff += naiveError;
          }
          oursOfSum += Math.abs(off);
          naiveOfSum += Math.abs(naiveOff);
        }
        assertThat(ours).as("days of %s", project).isLessThan(0.95 * naive);
        assertThat(oursOfSum).as("sums of %s", project).isLessThan(0.8 * naiveOfSum);
      }
    }
  }

  /** Of intervals that should hold four of five. */
  @Test
  void theIntervalsHoldTheTruthAboutAsOftenAsTheySay() {
    List<Boolean> days = new ArrayList<>();
    List<Boolean> sums = new ArrayList<>();
    for (String project : SampleYears.INITIATIVES.keySet()) {
      for (Function<String, double[]> series : SERIES) {
        double[] year = series.apply(project);
        for (int origin = FIRST_ORIGIN; origin + HORIZON <= year.length; origin += 14) {
          double[] history = new double[origin];
          System.arraycopy(year, 0, history, 0, origin);
          Forecast forecast = Forecaster.of(history, HORIZON, 0.8);
          double sum = 0;
          for (int ahead = 0; ahead < HORIZON; ahead++) {
            sum += year[origin + ahead];
            days.add(holds(forecast.daily().get(ahead), year[origin + ahead]));
          }
          sums.add(holds(forecast.sums().get(HORIZON - 1), sum));
        }
      }
    }
    assertThat(share(days)).isBetween(0.75, 0.9);
    assertThat(share(sums)).isBetween(0.65, 0.95);
  }

  private static boolean holds(Interval interval, double truth) {
    return interval.low() <= truth && truth <= interval.high();
  }

  private static double share(List<Boolean> held) {
    return (double) held.stream().filter(it -> it).count() / held.size();
  }
}
