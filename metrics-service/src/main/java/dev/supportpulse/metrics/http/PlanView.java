package dev.supportpulse.metrics.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.SupportMode;
import dev.supportpulse.metrics.economics.history.Days;
import dev.supportpulse.metrics.economics.plan.Constraint;
import dev.supportpulse.metrics.economics.plan.Constraint.Kind;
import dev.supportpulse.metrics.economics.plan.Demand;
import dev.supportpulse.metrics.economics.plan.Outcome;
import dev.supportpulse.metrics.economics.plan.Plan;
import dev.supportpulse.metrics.economics.plan.SupportModel;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it is answered. Amounts are rounded to the digits of their currency: they are
 * expectations, not bookings.
 */
@Schema(name = "Plan")
record PlanView(
    String project,
    String from,
    String to,
    String currency,
    @Schema(description = "BEST, INFEASIBLE, or GAVE_UP when time ran out") String status,
    @Schema(description = "Whether nothing better exists; false if time ran out") boolean proven,
    @Schema(description = "The plan; of INFEASIBLE the choice that breaks limits least")
        @Nullable ChoiceView plan,
    ChoiceView today,
    @Schema(description = "Worth of the plan less that of today") @Nullable String gain,
    List<PriceView> shadowPrices,
    List<SensitivityView> sensitivity,
    List<ExcessView> excesses) {

  /** Precision of a number that isn't money. */
  private static final MathContext DIGITS = new MathContext(9);

  static PlanView of(
      String project,
      Days days,
      String currency,
      SupportModel model,
      Plan plan,
      @Nullable Double baseline) {
    Writer writer = new Writer(currency, model, baseline);
    Plan.Choice choice = null;
    boolean proven = false;
    String status = "GAVE_UP";
    List<PriceView> prices = List.of();
    List<SensitivityView> sensitivity = List.of();
    List<ExcessView> excesses = List.of();
    if (plan instanceof Plan.Best best) {
      status = "BEST";
      choice = best.choice();
      proven = best.proven();
      prices = best.prices().stream().map(writer::price).toList();
      sensitivity = best.sensitivities().stream().map(writer::sensitivity).toList();
    } else if (plan instanceof Plan.Infeasible infeasible) {
      status = "INFEASIBLE";
      choice = infeasible.closest();
      proven = true;
      excesses = infeasible.excesses().stream().map(writer::excess).toList();
    }
    return new PlanView(
        project,
        days.window().from().toString(),
        days.window().to().toString(),
        currency,
        status,
        proven,
        choice == null ? null : writer.choice(choice),
        writer.choice(plan.today()),
        choice == null
            ? null
            : writer.money(choice.outcome().worth() - plan.today().outcome().worth()),
        prices,
        sensitivity,
        excesses);
  }

  /** A choice and what it comes to. */
  @Schema(name = "PlanChoice")
  record ChoiceView(
      boolean allowed,
      @Schema(description = "Profit + λ·S: what is maximised") String worth,
      String profit,
      String income,
      CostView cost,
      double satisfaction,
      @Schema(description = "E against the baseline; null without one") @Nullable Double effect,
      double quality,
      List<StaffView> teams,
      Map<String, Boolean> tools,
      List<NeedView> needs,
      List<LimitView> limits) {}

  /** Cost by what it is spent on. */
  @Schema(name = "PlanCost")
  record CostView(String total, String fixed, String cases, String tools, String staff) {}

  /** A team. */
  @Schema(name = "PlanStaff")
  record StaffView(
      String name,
      int people,
      double hours,
      @Schema(description = "Erlangs") double load,
      @Schema(description = "Mean wait in hours; null if the queue grows without end")
          @Nullable Double firstResponseHours) {}

  /** A need and the share of each mode. */
  @Schema(name = "PlanNeed")
  record NeedView(
      @Nullable NeedCategory category,
      @Nullable String tier,
      double cases,
      Map<SupportMode, Double> shares) {}

  /** A limit beside the value. */
  @Schema(name = "PlanLimit")
  record LimitView(
      Kind limit,
      @Nullable String team,
      double bound,
      @Nullable Double value,
      boolean kept,
      boolean binding) {}

  /** What a limit costs. */
  @Schema(name = "PlanShadowPrice")
  record PriceView(Kind limit, String price, String unit) {}

  /** What loosening a limit brings. */
  @Schema(name = "PlanSensitivity")
  record SensitivityView(Kind limit, String step, String gain, String text) {}

  /** A limit that has to give way. */
  @Schema(name = "PlanExcess")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ExcessView(
      Kind limit,
      @Nullable String team,
      @Nullable Double bound,
      @Nullable Double needed,
      @Nullable Integer peopleNeeded,
      String text) {}

  /** Writes the parts of one plan. */
  private record Writer(String currency, SupportModel model, @Nullable Double baseline) {

    String money(double amount) {
      return Money.rounded(BigDecimal.valueOf(amount), currency);
    }

    private static double number(double value) {
      return new BigDecimal(value).round(DIGITS).doubleValue();
    }

    private static @Nullable Double number(OptionalDouble value) {
      return value.isPresent() ? Double.valueOf(number(value.getAsDouble())) : null;
    }

    ChoiceView choice(Plan.Choice choice) {
      Outcome outcome = choice.outcome();
      Outcome.Cost cost = outcome.cost();
      Map<String, Boolean> tools = new LinkedHashMap<>();
      for (int k = 0; k < model.tools().size(); k++) {
        tools.put(model.tools().get(k).name(), choice.mix().toolsOn().get(k));
      }
      return new ChoiceView(
          choice.allowed(),
          money(outcome.worth()),
          money(outcome.profit()),
          money(outcome.income()),
          new CostView(
              money(cost.total()),
              money(cost.fixed()),
              money(cost.cases()),
              money(cost.tools()),
              money(cost.staff())),
          number(outcome.satisfaction()),
          baseline == null ? null : number(outcome.effect(baseline)),
          number(outcome.quality()),
          outcome.teams().stream()
              .map(
                  team ->
                      new StaffView(
                          team.team().name(),
                          team.staff(),
                          number(team.hours()),
                          number(team.load()),
                          number(team.meanWait())))
              .toList(),
          tools,
          needs(choice.mix().shares()),
          choice.constraints().stream().map(Writer::limit).toList());
    }

    private List<NeedView> needs(List<List<Double>> shares) {
      List<NeedView> needs = new ArrayList<>();
      for (int d = 0; d < shares.size(); d++) {
        Demand demand = model.demands().get(d);
        Map<SupportMode, Double> byMode = new EnumMap<>(SupportMode.class);
        for (int w = 0; w < demand.ways().size(); w++) {
          byMode.put(demand.ways().get(w).mode(), number(shares.get(d).get(w)));
        }
        needs.add(new NeedView(demand.category(), demand.tier(), number(demand.cases()), byMode));
      }
      return needs;
    }

    private static LimitView limit(Constraint constraint) {
      return new LimitView(
          constraint.kind(),
          constraint.team(),
          number(constraint.limit()),
          number(constraint.value()),
          constraint.kept(),
          constraint.binding());
    }

    PriceView price(Plan.ShadowPrice price) {
      String unit =
          switch (price.kind()) {
            case BUDGET -> currency + " for each " + currency + " more";
            case FIRST_RESPONSE -> currency + " for each hour more";
            case QUALITY -> currency + " for each 0.01 less";
          };
      double amount = price.kind() == Kind.QUALITY ? price.price() / 100 : price.price();
      return new PriceView(price.kind(), Double.toString(number(amount)), unit);
    }

    SensitivityView sensitivity(Plan.Sensitivity it) {
      String step =
          switch (it.kind()) {
            case BUDGET -> money(it.step());
            case FIRST_RESPONSE, QUALITY -> Double.toString(number(it.step()));
          };
      String what =
          switch (it.kind()) {
            case BUDGET -> "%s %s more budget".formatted(step, currency);
            case FIRST_RESPONSE -> "Answering %s hours later".formatted(step);
            case QUALITY -> "A quality floor lower by %s".formatted(step);
          };
      String gain = money(it.gain());
      String worth =
          new BigDecimal(gain).signum() == 0
              ? "nothing"
              : "%s %s of profit and satisfaction".formatted(gain, currency);
      return new SensitivityView(it.kind(), step, gain, "%s is worth %s".formatted(what, worth));
    }

    ExcessView excess(Plan.Excess it) {
      Double needed = number(it.needed());
      String text =
          switch (it.kind()) {
            case BUDGET ->
                "the budget would have to be %s %s"
                    .formatted(money(needed == null ? 0 : needed), currency);
            case QUALITY -> "quality can be at most %s".formatted(needed);
            case FIRST_RESPONSE ->
                "%s would need %s people%s"
                    .formatted(
                        it.team(),
                        it.staffNeeded(),
                        needed == null ? "" : ", or %s hours to answer".formatted(needed));
          };
      return new ExcessView(
          it.kind(),
          it.team(),
          it.limit() == null ? null : Double.valueOf(number(it.limit())),
          needed,
          it.staffNeeded(),
          text);
    }
  }
}
