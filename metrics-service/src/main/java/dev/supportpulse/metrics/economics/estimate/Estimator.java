package dev.supportpulse.metrics.economics.estimate;

import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.SupportMode;
import dev.supportpulse.metrics.economics.estimate.Credibility.Observed;
import dev.supportpulse.metrics.economics.plan.BadModel;
import dev.supportpulse.metrics.economics.plan.Demand;
import dev.supportpulse.metrics.economics.plan.Mix;
import dev.supportpulse.metrics.economics.plan.Outcome;
import dev.supportpulse.metrics.economics.plan.SupportModel;
import dev.supportpulse.metrics.economics.plan.Team;
import dev.supportpulse.metrics.economics.plan.Way;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes the model of a project from what was counted in a window.
 *
 * <p>Quality, net satisfaction and effort of a way are estimated with {@link Credibility} over all
 * cells of its mode. Amounts are seldom booked to a category, tier and mode at once, so they are
 * spread: variable and extra cost that names a mode over the cases of the mode, else what names a
 * category over those of the category, else over all; income over the paying cases of its tier, and
 * income without a tier is fixed, as is all fixed cost that isn't staff's.
 */
public final class Estimator {

  private static final Set<SupportMode> PAYING = EnumSet.of(SupportMode.PAID, SupportMode.HYBRID);

  private final List<Counts> counts;
  private final Assumptions assumptions;
  private final Map<SupportMode, Figures> byMode = new EnumMap<>(SupportMode.class);

  /** What is known of a mode before a cell is looked at. */
  private record Figures(Credibility quality, Credibility satisfaction, Credibility effort) {}

  private record Cell(@Nullable NeedCategory category, @Nullable String tier) {}

  private Estimator(List<Counts> counts, Assumptions assumptions) {
    this.counts = counts;
    this.assumptions = assumptions;
    for (SupportMode mode : SupportMode.values()) {
      List<Counts> ofMode = select(count -> count.mode() == mode);
      if (ofMode.stream().anyMatch(count -> count.cases() > 0)) {
        byMode.put(mode, figures(ofMode));
      }
    }
  }

  /**
   * The model.
   *
   * @throws NotEnough naming what has to be said because nothing was counted that tells it
   */
  public static SupportModel model(List<Counts> counts, Assumptions assumptions) {
    return new Estimator(counts, assumptions).model();
  }

  private SupportModel model() {
    if (byMode.isEmpty()) {
      throw new NotEnough(
          "/window", "no case with a mode was opened in the window: ask for a longer one");
    }
    List<Demand> demands = demands();
    Team unpaid = team(0);
    SupportModel bare = model(demands, 0, unpaid);
    Outcome today = Outcome.of(bare, Mix.today(bare));
    double hours = today.teams().get(0).hours();
    double fixed = total(counts, count -> count.fixedCost(assumptions.currency())) * periods();
    Double given = assumptions.staffing().hourlyCost();
    double hourly = given != null ? given : hours == 0 ? 0 : Math.max(0, fixed) / hours;
    return model(demands, Math.max(0, fixed - hours * hourly), team(hourly));
  }

  private SupportModel model(List<Demand> demands, double fixedCost, Team team) {
    return new SupportModel(
        assumptions.hours(),
        fixedCost,
        fixedIncome() * periods(),
        demands,
        assumptions.tools(),
        List.of(team),
        assumptions.limits(),
        assumptions.satisfactionWorth());
  }

  private double periods() {
    return assumptions.periods();
  }

  private Team team(double hourlyCost) {
    Assumptions.Staffing staffing = assumptions.staffing();
    Double given = staffing.serviceHours();
    double hours = 0;
    if (given == null) {
      double resolutions = counts.stream().mapToDouble(count -> count.effort().n()).sum();
      double effort = counts.stream().mapToDouble(count -> count.effort().sum()).sum();
      if (effort <= 0) {
        throw new NotEnough(
            "/team/serviceTime",
            "no case of the window tells its effort: say how long a case takes, such as PT45M");
      }
      hours = effort / resolutions;
    }
    double service = given == null ? hours : given;
    return BadModel.under(
        "team",
        () ->
            new Team(
                "staff",
                byMode.keySet(),
                service,
                hourlyCost,
                staffing.least(),
                staffing.most(),
                staffing.today()));
  }

  private List<Demand> demands() {
    Map<Cell, Map<SupportMode, Counts>> cells = new LinkedHashMap<>();
    for (Counts count : counts) {
      SupportMode mode = count.mode();
      if (mode != null && count.cases() > 0) {
        cells
            .computeIfAbsent(
                new Cell(count.category(), count.tier()), cell -> new EnumMap<>(SupportMode.class))
            .put(mode, count);
      }
    }
    List<Demand> demands = new ArrayList<>();
    cells.forEach((cell, ofCell) -> demands.add(demand(cell, ofCell)));
    return adjusted(demands);
  }

  private Demand demand(Cell cell, Map<SupportMode, Counts> ofCell) {
    double cases = total(List.copyOf(ofCell.values()), Counts::cases);
    List<Way> ways = new ArrayList<>();
    for (SupportMode mode : offered(cell)) {
      Counts count = ofCell.get(mode);
      double share = count == null ? 0 : count.cases() / cases;
      ways.add(way(cell, mode, share));
    }
    return new Demand(cell.category(), cell.tier(), cases * periods(), ways);
  }

  /** One adjustment after the other; one that changes nothing would be overlooked silently. */
  private List<Demand> adjusted(List<Demand> demands) {
    List<Demand> all = demands;
    for (int i = 0; i < assumptions.overrides().size(); i++) {
      Adjustment adjustment = assumptions.overrides().get(i);
      String path = "adjustments/" + i;
      if (all.stream().noneMatch(adjustment::matches)) {
        throw new NotEnough(
            "/" + path, "matches no case of the window: check its category, tier and mode");
      }
      List<Demand> before = all;
      all = BadModel.under(path, () -> before.stream().map(adjustment::applied).toList());
    }
    if (all.stream().allMatch(demand -> demand.cases() == 0)) {
      throw new NotEnough("/adjustments", "leave no case to plan for");
    }
    return all;
  }

  /** The modes in which anybody of the tier was supported. */
  private Set<SupportMode> offered(Cell cell) {
    Set<SupportMode> modes = EnumSet.noneOf(SupportMode.class);
    for (Counts count : counts) {
      SupportMode mode = count.mode();
      if (mode != null && count.cases() > 0 && Objects.equals(count.tier(), cell.tier())) {
        modes.add(mode);
      }
    }
    return modes;
  }

  private Way way(Cell cell, SupportMode mode, double share) {
    List<Counts> seen =
        select(
            count ->
                count.mode() == mode
                    && count.category() == cell.category()
                    && Objects.equals(count.tier(), cell.tier()));
    Figures figures = Objects.requireNonNull(byMode.get(mode));
    return new Way(
        mode,
        share,
        Math.max(0, share - assumptions.mobility()),
        Math.min(1, share + assumptions.mobility()),
        PAYING.contains(mode) ? price(cell.tier()) : 0,
        cost(cell, mode),
        Math.max(0, figures.effort().of(sum(seen, Counts::effort))),
        within(-1, 1, figures.satisfaction().of(sum(seen, Counts::sentiment))),
        within(0, 1, figures.quality().of(sum(seen, Counts::resolved))));
  }

  /** Income per paying case of the tier. */
  private double price(@Nullable String tier) {
    double cases = payingCases(tier);
    return tier == null || cases == 0 ? 0 : income(tier) / cases;
  }

  private double payingCases(@Nullable String tier) {
    return total(
        select(
            count ->
                count.mode() != null
                    && PAYING.contains(count.mode())
                    && Objects.equals(count.tier(), tier)),
        Counts::cases);
  }

  private double income(@Nullable String tier) {
    return total(
        select(count -> Objects.equals(count.tier(), tier)),
        count -> count.income(assumptions.currency()));
  }

  /** What comes in whatever is chosen: income without a tier, or of a tier without paying cases. */
  private double fixedIncome() {
    return total(
        select(count -> count.tier() == null || payingCases(count.tier()) == 0),
        count -> count.income(assumptions.currency()));
  }

  private double cost(Cell cell, SupportMode mode) {
    double ofMode = perCase(count -> count.mode() == mode, count -> count.mode() == mode);
    double ofCategory =
        cell.category() == null
            ? 0
            : perCase(
                count -> count.mode() == null && count.category() == cell.category(),
                count -> count.category() == cell.category());
    double ofNone =
        perCase(count -> count.mode() == null && count.category() == null, count -> true);
    return ofMode + ofCategory + ofNone;
  }

  /** Variable and extra cost of some counts over the cases of some. */
  private double perCase(Predicate<Counts> booked, Predicate<Counts> borne) {
    double cases = total(select(borne.and(count -> count.mode() != null)), Counts::cases);
    double cost = total(select(booked), count -> count.caseCost(assumptions.currency()));
    return cases == 0 ? 0 : cost / cases;
  }

  private static Figures figures(List<Counts> ofMode) {
    List<Observed> resolved = ofMode.stream().map(Counts::resolved).toList();
    double quality = mean(resolved);
    List<Observed> sentiments = ofMode.stream().map(Counts::sentiment).toList();
    double satisfaction = mean(sentiments);
    double feedbacks = sentiments.stream().mapToDouble(Observed::n).sum();
    double moved = feedbacks == 0 ? 0 : total(ofMode, Counts::moved) / feedbacks;
    List<Observed> efforts = ofMode.stream().map(Counts::effort).toList();
    double effort = mean(efforts);
    return new Figures(
        // A case is resolved or not; a feedback is 1, 0 or −1; handling times are exponential.
        Credibility.of(resolved, quality * (1 - quality)),
        Credibility.of(sentiments, moved - satisfaction * satisfaction),
        Credibility.of(efforts, effort * effort));
  }

  private static double mean(List<Observed> cells) {
    double n = cells.stream().mapToDouble(Observed::n).sum();
    return n == 0 ? 0 : cells.stream().mapToDouble(Observed::sum).sum() / n;
  }

  private static Observed sum(List<Counts> seen, Function<Counts, Observed> figure) {
    double n = 0;
    double sum = 0;
    for (Counts count : seen) {
      Observed observed = figure.apply(count);
      n += observed.n();
      sum += observed.sum();
    }
    return new Observed(n, sum);
  }

  private List<Counts> select(Predicate<Counts> which) {
    return counts.stream().filter(which).toList();
  }

  private static double total(List<Counts> counts, ToDoubleFunction<Counts> figure) {
    return counts.stream().mapToDouble(figure).sum();
  }

  private static double within(double least, double most, double value) {
    return Math.min(most, Math.max(least, value));
  }
}
