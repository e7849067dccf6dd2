package dev.supportpulse.metrics.economics.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.Sentiment;
import dev.supportpulse.metrics.economics.SampleYears;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The four scenarios of source 000 §6 show the effect that the source tells of. */
class SampleEffectsTest {

  private static final int RAMP = 30;
  private static final int DAYS = 90;

  static List<String> projects() {
    return List.copyOf(SampleYears.INITIATIVES.keySet());
  }

  @ParameterizedTest
  @MethodSource("projects")
  void theInitiativeRaisedSatisfaction(String project) {
    int introduced = SampleYears.introduced(project);
    Difference effect = effect(project, introduced - DAYS, introduced, introduced + RAMP);

    assertThat(effect.isClear()).isTrue();
    assertThat(effect.low()).isPositive();
  }

  /** The same comparison, a quarter earlier, when nothing was introduced. */
  @ParameterizedTest
  @MethodSource("projects")
  void beforeItNothingIsClaimed(String project) {
    int middle = SampleYears.introduced(project) - DAYS;

    assertThat(effect(project, middle - DAYS, middle, middle).isClear()).isFalse();
  }

  /** The days from {@code from} to {@code to} beside as many from {@code after} on. */
  private static Difference effect(String project, int from, int to, int after) {
    List<Tally> days = days(project);
    return Effects.of(
            Effects.Figure.NET_SATISFACTION,
            days.subList(Math.max(0, from), to),
            days.subList(after, Math.min(days.size(), after + DAYS)),
            "",
            Confidence.P95)
        .orElseThrow();
  }

  private static List<Tally> days(String project) {
    List<Tally> days = new ArrayList<>();
    double[] positive = SampleYears.feedbacks(project, Sentiment.POSITIVE);
    double[] neutral = SampleYears.feedbacks(project, Sentiment.NEUTRAL);
    double[] negative = SampleYears.feedbacks(project, Sentiment.NEGATIVE);
    for (int day = 0; day < SampleYears.DAYS; day++) {
      days.add(
          tally(Sentiment.POSITIVE, positive[day], 1)
              .plus(tally(Sentiment.NEUTRAL, neutral[day], 0))
              .plus(tally(Sentiment.NEGATIVE, negative[day], -1)));
    }
    return days;
  }

  private static Tally tally(Sentiment sentiment, double n, int score) {
    return Tally.of(
        Measure.SENTIMENT.of("USER/" + sentiment),
        new Amount((long) n, BigDecimal.valueOf(score * (long) n)));
  }
}
