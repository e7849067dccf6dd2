package dev.supportpulse.metrics.economics.estimate;

import static dev.supportpulse.metrics.figure.Tallies.all;
import static dev.supportpulse.metrics.figure.Tallies.tally;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.SupportMode;
import dev.supportpulse.metrics.economics.plan.Demand;
import dev.supportpulse.metrics.economics.plan.Limits;
import dev.supportpulse.metrics.economics.plan.Mix;
import dev.supportpulse.metrics.economics.plan.Outcome;
import dev.supportpulse.metrics.economics.plan.SupportModel;
import dev.supportpulse.metrics.economics.plan.Way;
import dev.supportpulse.metrics.tally.Measure;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstimatorTest {

  private static final List<Counts> COUNTS =
      List.of(
          new Counts(
              NeedCategory.PERFORMANCE,
              "PREMIUM",
              SupportMode.PAID,
              all(
                  tally(Measure.CASES, "", 30, "27"),
                  tally(Measure.SENTIMENT, "USER/POSITIVE", 8, "8"),
                  tally(Measure.SENTIMENT, "USER/NEGATIVE", 2, "-2"),
                  tally(Measure.EFFORT, "", 27, "2430"))),
          new Counts(
              NeedCategory.PERFORMANCE,
              "PREMIUM",
              SupportMode.FREE,
              all(tally(Measure.CASES, "", 10, "5"), tally(Measure.EFFORT, "", 5, "150"))),
          new Counts(null, "PREMIUM", null, tally(Measure.INCOME, "USD", 3, "6000")),
          new Counts(null, null, null, tally(Measure.INCOME, "USD", 1, "500")),
          new Counts(null, null, SupportMode.PAID, tally(Measure.COST, "USD/EXTRA", 1, "300")),
          new Counts(
              null,
              null,
              null,
              all(
                  tally(Measure.COST, "USD/FIXED", 1, "4000"),
                  tally(Measure.COST, "EUR/FIXED", 1, "9"),
                  tally(Measure.COST, "USD/VARIABLE", 2, "80"))));

  @Test
  void aWayIsWhatWasCountedOfIt() {
    SupportModel model = Estimator.model(COUNTS, assumptions(List.of()));

    assertThat(model.demands()).hasSize(1);
    Demand demand = model.demands().get(0);
    assertThat(demand.cases()).isEqualTo(80);
    Way free = demand.ways().get(0);
    Way paid = demand.ways().get(1);
    assertThat(paid.mode()).isEqualTo(SupportMode.PAID);
    assertThat(paid.shareToday()).isEqualTo(0.75);
    assertThat(paid.least()).isEqualTo(0.55, within(1e-12));
    assertThat(paid.most()).isEqualTo(0.95, within(1e-12));
    assertThat(paid.quality()).isEqualTo(0.9, within(1e-12));
    assertThat(paid.satisfaction()).isEqualTo(0.6, within(1e-12));
    assertThat(paid.staffHours()).isEqualTo(1.5, within(1e-12));
    assertThat(paid.income()).isEqualTo(200, within(1e-9));
    assertThat(paid.cost()).isEqualTo(10 + 2, within(1e-9));
    assertThat(free.income()).isZero();
    assertThat(free.cost()).isEqualTo(2, within(1e-9));
    assertThat(free.staffHours()).isEqualTo(0.5, within(1e-12));
  }

  /** Twice the window at today's mix: everything that was booked, twice. */
  @Test
  void todayCostsAndBringsWhatWasBooked() {
    SupportModel model = Estimator.model(COUNTS, assumptions(List.of()));
    Outcome today = Outcome.of(model, Mix.today(model));

    assertThat(today.income()).isEqualTo(2 * 6500, within(1e-6));
    assertThat(today.cost().total()).isEqualTo(2 * (4000 + 300 + 80), within(1e-6));
    assertThat(today.quality()).isEqualTo(32.0 / 40, within(1e-9));
  }

  @Test
  void whatIsKnownBetterCounts() {
    Adjustment twice =
        new Adjustment(
            NeedCategory.PERFORMANCE,
            null,
            null,
            2.0,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    Adjustment dearer =
        new Adjustment(
            null, "PREMIUM", SupportMode.PAID, null, 1.5, null, 20.0, null, null, null, null, 1.0);
    Demand demand = Estimator.model(COUNTS, assumptions(List.of(twice, dearer))).demands().get(0);

    assertThat(demand.cases()).isEqualTo(160);
    assertThat(demand.ways().get(1).income()).isEqualTo(300, within(1e-9));
    assertThat(demand.ways().get(1).cost()).isEqualTo(20);
    assertThat(demand.ways().get(1).most()).isEqualTo(1);
    assertThat(demand.ways().get(0).cost()).isEqualTo(2, within(1e-9));
  }

  @Test
  void whatNothingTellsIsAskedFor() {
    assertThatThrownBy(() -> Estimator.model(List.of(), assumptions(List.of())))
        .isInstanceOf(NotEnough.class)
        .hasMessageContaining("ask for a longer one");
    List<Counts> effortless =
        List.of(new Counts(null, "PREMIUM", SupportMode.FREE, tally(Measure.CASES, "", 1, "1")));
    assertThatThrownBy(() -> Estimator.model(effortless, assumptions(List.of())))
        .isInstanceOfSatisfying(
            NotEnough.class, e -> assertThat(e.field()).isEqualTo("/team/serviceTime"));
  }

  private static Assumptions assumptions(List<Adjustment> adjustments) {
    return new Assumptions(
        "USD",
        2,
        160,
        0.2,
        0,
        Limits.NONE,
        new Assumptions.Staffing(null, null, 0, 10, null),
        List.of(),
        adjustments);
  }
}
