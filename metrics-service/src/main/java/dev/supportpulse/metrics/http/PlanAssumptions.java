package dev.supportpulse.metrics.http;

import dev.supportpulse.metrics.cost.Budget;
import dev.supportpulse.metrics.economics.estimate.Adjustment;
import dev.supportpulse.metrics.economics.estimate.Assumptions;
import dev.supportpulse.metrics.economics.history.Days;
import dev.supportpulse.metrics.economics.plan.BadModel;
import dev.supportpulse.metrics.economics.plan.Limits;
import dev.supportpulse.metrics.economics.plan.Tool;
import dev.supportpulse.metrics.http.PlanQuestion.AdjustmentBody;
import dev.supportpulse.metrics.http.PlanQuestion.EffectBody;
import dev.supportpulse.metrics.http.PlanQuestion.LimitsBody;
import dev.supportpulse.metrics.http.PlanQuestion.TeamBody;
import dev.supportpulse.metrics.http.PlanQuestion.ToolBody;
import dev.supportpulse.metrics.reference.References;
import dev.supportpulse.service.problem.ProblemException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the body of a plan; what it leaves out is the project's own, or a default. */
final class PlanAssumptions {

  private static final double MOBILITY = 0.2;
  private static final double HOURS_PER_WEEK = 40;
  private static final double HOURS_OF_A_WEEK = 168;
  private static final int MOST_STAFF = 100;
  private static final double MINUTES = 60;

  /** Of work on a case; some months. */
  private static final double MOST_MINUTES = 100_000;

  private final PlanQuestion question;
  private final References references;

  private PlanAssumptions(PlanQuestion question, References references) {
    this.question = question;
    this.references = references;
  }

  static Assumptions of(PlanQuestion question, References references, Days days) {
    return new PlanAssumptions(question, references).read(days);
  }

  private Assumptions read(Days days) {
    Duration window = days.window().length();
    Duration period = question.period() == null ? window : length("/period", question.period());
    double hoursPerWeek = number("/hoursPerWeek", question.hoursPerWeek(), HOURS_PER_WEEK);
    if (hoursPerWeek < 1 || hoursPerWeek > HOURS_OF_A_WEEK) {
      throw ProblemException.invalid("/hoursPerWeek", "must be from 1 to 168");
    }
    double mobility = number("/mobility", question.mobility(), MOBILITY);
    if (mobility < 0 || mobility > 1) {
      throw ProblemException.invalid("/mobility", "must be from 0 to 1");
    }
    String currency = currency();
    String worth = question.satisfactionWorth();
    return new Assumptions(
        currency,
        ratio(period, window),
        hours(period) * hoursPerWeek / HOURS_OF_A_WEEK,
        mobility,
        worth == null ? 0 : Fields.amount("/satisfactionWorth", worth).doubleValue(),
        limits(days, period, currency),
        staffing(),
        tools(),
        adjustments());
  }

  private String currency() {
    Budget budget = references.budget();
    if (question.currency() == null && budget != null) {
      return budget.currency();
    }
    if (question.currency() == null) {
      throw ProblemException.invalid(
          "/currency", "is required, because the project has no budget that tells it");
    }
    return Fields.currency("/currency", question.currency());
  }

  private Limits limits(Days days, Duration period, String currency) {
    LimitsBody given = question.limits();
    String wait = given == null ? null : given.firstResponse();
    Duration promised = references.targets().firstResponse();
    Double quality = given == null ? null : given.quality();
    BigDecimal floor = references.targets().qualityFloor();
    return BadModel.under(
        "limits",
        () ->
            new Limits(
                budget(given == null ? null : given.budget(), days, period, currency),
                wait != null
                    ? Double.valueOf(hours(length("/limits/firstResponse", wait)))
                    : promised == null ? null : Double.valueOf(hours(promised)),
                quality != null || floor == null || floor.signum() == 0
                    ? quality
                    : Double.valueOf(floor.doubleValue())));
  }

  /** The project's budget is prorated to the period, if it is in force at the end of the window. */
  private @Nullable Double budget(
      @Nullable String given, Days days, Duration period, String currency) {
    if (given != null) {
      return Fields.amount("/limits/budget", given).doubleValue();
    }
    Budget budget = references.budget();
    if (budget == null
        || !budget.currency().equals(currency)
        || !budget.period().contains(days.window().to())) {
      return null;
    }
    return budget.amount().doubleValue() * ratio(period, budget.period().length());
  }

  private Assumptions.Staffing staffing() {
    TeamBody given = question.team();
    if (given == null) {
      return new Assumptions.Staffing(null, null, 0, MOST_STAFF, null);
    }
    String cost = given.hourlyCost();
    String service = given.serviceTime();
    return new Assumptions.Staffing(
        service == null ? null : hours(length("/team/serviceTime", service)),
        cost == null ? null : Fields.amount("/team/hourlyCost", cost).doubleValue(),
        given.least() == null ? 0 : given.least(),
        given.most() == null ? MOST_STAFF : given.most(),
        given.today());
  }

  private List<Tool> tools() {
    List<Tool> tools = new ArrayList<>();
    List<ToolBody> given = question.tools() == null ? List.of() : question.tools();
    for (int i = 0; i < given.size(); i++) {
      String at = "/tools/" + i;
      ToolBody tool = Fields.required(at, given.get(i));
      String name = Fields.required(at + "/name", tool.name());
      if (tools.stream().anyMatch(earlier -> earlier.name().equals(name))) {
        throw ProblemException.invalid(at + "/name", "is that of an earlier tool: " + name);
      }
      tools.add(
          BadModel.under(
              "tools/" + i,
              () ->
                  new Tool(
                      name,
                      amount(at + "/cost", tool.cost()),
                      Boolean.TRUE.equals(tool.onToday()),
                      effects(at, tool.effects() == null ? List.of() : tool.effects()))));
    }
    return tools;
  }

  private static List<Tool.Effect> effects(String tool, List<EffectBody> given) {
    List<Tool.Effect> effects = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      String at = tool + "/effects/" + i;
      EffectBody effect = Fields.required(at, given.get(i));
      effects.add(
          BadModel.under(
              "effects/" + i,
              () ->
                  new Tool.Effect(
                      effect.categories() == null ? Set.of() : effect.categories(),
                      effect.modes() == null ? Set.of() : effect.modes(),
                      amount(at + "/cost", effect.cost()),
                      minutes(at, effect.minutes(), -MOST_MINUTES) / MINUTES,
                      number(at + "/satisfaction", effect.satisfaction(), 0),
                      number(at + "/quality", effect.quality(), 0))));
    }
    return effects;
  }

  private List<Adjustment> adjustments() {
    List<Adjustment> adjustments = new ArrayList<>();
    List<AdjustmentBody> given =
        question.adjustments() == null ? List.of() : question.adjustments();
    for (int i = 0; i < given.size(); i++) {
      String at = "/adjustments/" + i;
      AdjustmentBody body = Fields.required(at, given.get(i));
      adjustments.add(
          BadModel.under(
              "adjustments/" + i,
              () ->
                  new Adjustment(
                      body.category(),
                      body.tier(),
                      body.mode(),
                      body.volume(),
                      body.price(),
                      body.income() == null ? null : amount(at + "/income", body.income()),
                      body.cost() == null ? null : amount(at + "/cost", body.cost()),
                      body.minutes() == null ? null : minutes(at, body.minutes(), 0) / MINUTES,
                      body.satisfaction(),
                      body.quality(),
                      body.least(),
                      body.most())));
    }
    return adjustments;
  }

  private static double amount(String field, @Nullable String text) {
    return text == null ? 0 : Fields.amount(field, text).doubleValue();
  }

  private static double number(String field, @Nullable Double value, double otherwise) {
    if (value != null && !Double.isFinite(value)) {
      throw ProblemException.invalid(field, "must be a number");
    }
    return value == null ? otherwise : value;
  }

  private static double minutes(String at, @Nullable Double given, double least) {
    double minutes = number(at + "/minutes", given, 0);
    if (minutes < least || minutes > MOST_MINUTES) {
      throw ProblemException.invalid(
          at + "/minutes", "must be from %.0f to %.0f".formatted(least, MOST_MINUTES));
    }
    return minutes;
  }

  private static Duration length(String field, String text) {
    try {
      Duration length = Duration.parse(text);
      if (!length.isNegative() && !length.isZero()) {
        return length;
      }
    } catch (DateTimeParseException e) {
      // Said below.
    }
    throw ProblemException.invalid(
        field, "'%s' is not a length of time, such as PT8H or P30D".formatted(text));
  }

  private static double ratio(Duration one, Duration other) {
    return (double) one.toSeconds() / other.toSeconds();
  }

  private static double hours(Duration length) {
    return length.toSeconds() / 3600.0;
  }
}
