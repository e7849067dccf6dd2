package dev.supportpulse.metrics.economics.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.supportpulse.metrics.economics.plan.Constraint.Kind;
import dev.supportpulse.metrics.economics.plan.Plan.Best;
import dev.supportpulse.metrics.economics.plan.Plan.Infeasible;
import dev.supportpulse.metrics.ortools.OrToolsSolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The worked example of docs/economics.md, by hand. */
class SourceCaseTest {

  private final Planner planner = new Planner(new OrToolsSolver(Duration.ofSeconds(20)));

  @Test
  void todayIsWhatTheSourceSays() {
    Outcome today = Outcome.of(SourceCase.MODEL, Mix.today(SourceCase.MODEL));

    assertThat(today.satisfaction()).isEqualTo(0.2, within(1e-12));
    assertThat(today.effect(SourceCase.INITIAL_SATISFACTION).orElseThrow())
        .isEqualTo(-0.6, within(1e-12));
    assertThat(today.cost().staff()).isEqualTo(50_000);
    assertThat(today.cost().cases()).isEqualTo(40_000);
    assertThat(today.cost().total()).isEqualTo(90_000);
    assertThat(today.profit()).isEqualTo(110_000);
    assertThat(today.worth()).isEqualTo(130_000, within(1e-6));
    assertThat(today.teams().get(0).load()).isEqualTo(0.75, within(1e-12));
    assertThat(today.teams().get(0).meanWait().orElseThrow()).isEqualTo(4.5, within(1e-9));
  }

  /**
   * With automatic answers a paid share p costs 62,000 + 79,000·p, so the budget allows p = 38/79;
   * the worth is 436,000·p − 42,000. Without them the wait allows p = (8/9.5·2000 − 500)/2500,
   * worth 450,000·p − 50,000, which is less. A second person alone would cost the whole budget.
   */
  @Test
  void thePlanFollowsTheStrategiesOfTheSource() {
    Best plan = (Best) planner.plan(SourceCase.MODEL, new Planner.Steps(0.01, 0.1, 0.01));
    Outcome outcome = plan.choice().outcome();
    double paid = 38.0 / 79;

    assertThat(plan.proven()).isTrue();
    assertThat(plan.choice().mix().toolsOn()).containsExactly(true);
    assertThat(plan.choice().mix().staff()).containsExactly(1);
    assertThat(plan.choice().mix().shares().get(0).get(1)).isEqualTo(paid, within(1e-6));
    assertThat(outcome.worth()).isEqualTo(436_000 * paid - 42_000, within(0.1));
    assertThat(outcome.profit()).isEqualTo(421_000 * paid - 62_000, within(0.1));
    assertThat(outcome.satisfaction()).isEqualTo(0.2 + 0.15 * paid, within(1e-6));
    assertThat(plan.choice().constraints())
        .filteredOn(Constraint::binding)
        .extracting(Constraint::kind)
        .containsExactly(Kind.BUDGET);
    assertThat(plan.sensitivities().get(0).kind()).isEqualTo(Kind.BUDGET);
    assertThat(plan.sensitivities().get(0).step()).isEqualTo(1000, within(1e-9));
    assertThat(plan.sensitivities().get(0).gain())
        .isEqualTo(436_000.0 / 79_000 * 1000, within(0.5));
  }

  @Test
  void withoutTheToolItIsWorthLess() {
    SupportModel bare =
        new SupportModel(
            2000,
            0,
            0,
            SourceCase.MODEL.demands(),
            List.of(),
            SourceCase.MODEL.teams(),
            SourceCase.MODEL.limits(),
            100_000);
    double paid = (8 / 9.5 * 2000 - 500) / 2500;

    assertThat(((Best) planner.bare(bare)).choice().outcome().worth())
        .isEqualTo(450_000 * paid - 50_000, within(0.1));
  }

  /** The figures of the plan, as the page prints them. */
  @Test
  void thePageSaysTheSame() throws IOException {
    String page = Files.readString(Path.of("../docs/economics.md"));
    Best plan = (Best) planner.plan(SourceCase.MODEL, new Planner.Steps(0.01, 0.1, 0.01));
    Outcome outcome = plan.choice().outcome();
    double paid = plan.choice().mix().shares().get(0).get(1);
    double effect = outcome.effect(SourceCase.INITIAL_SATISFACTION).orElseThrow();

    assertThat(page)
        .contains(
            printed("= **%,.0f**: the plan", outcome.worth()),
            printed("The plan: %.1f %% paid", 100 * paid),
            printed("S = 0.2 + 0.15·p = %.3f", outcome.satisfaction()),
            printed("E = −%.3f", -effect),
            printed("(the budget binds); R = %,.0f", outcome.profit()),
            printed("· 1,000 = %,.0f", plan.sensitivities().get(0).gain()));
  }

  private static String printed(String pattern, double value) {
    return String.format(Locale.ROOT, pattern, value);
  }

  /** One person at 25 for 2,000 hours and 10 for each of 1,000 free cases: nothing is cheaper. */
  @Test
  void tooSmallABudgetNamesWhatItWouldHaveToBe() {
    Infeasible plan =
        (Infeasible) planner.bare(SourceCase.MODEL.under(new Limits(50_000.0, 8.0, null)));

    assertThat(plan.excesses())
        .singleElement()
        .satisfies(
            excess -> {
              assertThat(excess.kind()).isEqualTo(Kind.BUDGET);
              assertThat(excess.needed().orElseThrow()).isEqualTo(60_000, within(0.1));
            });
  }

  /** The best that quality can be: half of the cases paid, answers for the others. */
  @Test
  void tooHighAQualityNamesWhatItCanBe() {
    Infeasible plan =
        (Infeasible) planner.bare(SourceCase.MODEL.under(new Limits(null, null, 0.95)));

    assertThat(plan.excesses())
        .singleElement()
        .satisfies(
            excess -> {
              assertThat(excess.kind()).isEqualTo(Kind.QUALITY);
              assertThat(excess.needed().orElseThrow()).isEqualTo((0.9 + 0.65) / 2, within(1e-6));
            });
  }

  /** Even without paid cases one of them works 500 of 2,000 hours: ρ = 0.25, W = 0.5 h. */
  @Test
  void tooShortAWaitNamesThePeopleThatItNeeds() {
    SupportModel alone =
        new SupportModel(
            2000,
            0,
            0,
            SourceCase.MODEL.demands(),
            List.of(),
            List.of(new Team("staff", SourceCase.MODEL.teams().get(0).modes(), 1.5, 25, 1, 1, 1)),
            new Limits(null, 0.1, null),
            0);

    assertThat(((Infeasible) planner.bare(alone)).excesses())
        .singleElement()
        .satisfies(
            excess -> {
              assertThat(excess.kind()).isEqualTo(Kind.FIRST_RESPONSE);
              assertThat(excess.team()).isEqualTo("staff");
              assertThat(excess.needed().orElseThrow()).isEqualTo(0.5, within(1e-6));
              assertThat(excess.staffNeeded()).isEqualTo(2);
            });
  }
}
