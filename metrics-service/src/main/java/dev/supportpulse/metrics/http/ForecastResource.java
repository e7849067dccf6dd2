package dev.supportpulse.metrics.http;

import dev.supportpulse.metrics.config.EconomicsConfig;
import dev.supportpulse.metrics.cost.Budget;
import dev.supportpulse.metrics.economics.forecast.Forecast;
import dev.supportpulse.metrics.economics.forecast.Forecaster;
import dev.supportpulse.metrics.economics.history.DayReader;
import dev.supportpulse.metrics.economics.history.Days;
import dev.supportpulse.metrics.reference.ReferenceData;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;
import dev.supportpulse.metrics.window.BadQuery;
import dev.supportpulse.metrics.window.WindowLength;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/projects/{project}/forecast}: what the coming days bring. */
@Path("/v1/projects/{project}/forecast")
@Tag(name = "Economics")
public class ForecastResource {

  static final Set<String> PARAMETERS = Set.of("horizon", "history", "at", "coverage");
  private static final String METHOD =
      "simple exponential smoothing with a profile of the week; intervals from its own past errors";
  private static final Duration LONGEST_HORIZON = Duration.ofDays(366);
  private static final Duration LONGEST_HISTORY = Duration.ofDays(1100);

  private final DayReader days;
  private final ReferenceData references;
  private final EconomicsConfig config;
  private final Clock clock;

  ForecastResource(DayReader days, ReferenceData references, EconomicsConfig config, Clock clock) {
    this.days = days;
    this.references = references;
    this.config = config;
    this.clock = clock;
  }

  /** Volume, cost, and when the budget is used up. */
  @GET
  @Requires(value = Role.VIEWER, project = ProjectIn.PATH)
  @Operation(
      operationId = "forecast",
      summary = "Cases and cost of the coming days, and when the budget is used up",
      description =
          "From whole days of UTC. Each value comes with an interval. See docs/economics.md.")
  @Parameter(
      name = "horizon",
      in = ParameterIn.QUERY,
      schema = @Schema(implementation = String.class),
      description = "Whole days ahead, up to 366; 30, if left out",
      example = "P30D")
  @Parameter(
      name = "history",
      in = ParameterIn.QUERY,
      schema = @Schema(implementation = String.class),
      description = "Whole days to learn from, 56 to 1100; 365, if left out",
      example = "P365D")
  @Parameter(
      name = "at",
      in = ParameterIn.QUERY,
      schema = @Schema(implementation = String.class),
      description = "The forecast begins with its day; RFC 3339. Now, if left out",
      example = "2026-11-22T10:00:00Z")
  @Parameter(
      name = "coverage",
      in = ParameterIn.QUERY,
      schema = @Schema(implementation = Double.class),
      description = "How probably the truth is within an interval, 0.5 to 0.99; 0.8, if left out",
      example = "0.8")
  public ForecastView forecast(@RestPath String project, @Context UriInfo uri) {
    Parameters parameters = Parameters.of(uri, PARAMETERS);
    Instant now = clock.instant();
    Instant at = parameters.instant("at", ZoneOffset.UTC, now);
    int horizon = days("horizon", parameters, at, config.defaultHorizon(), 1, LONGEST_HORIZON);
    int length =
        days(
            "history",
            parameters,
            at,
            config.defaultHistory(),
            Forecaster.FEWEST_DAYS,
            LONGEST_HISTORY);
    Days history = Days.before(at, Duration.ofDays(length), "history");
    List<Tally> tallies =
        days.byDay(
            Selection.checkedProject(project),
            history,
            Set.of(Measure.CASES, Measure.COST),
            now,
            "history");
    Budget budget = references.of(project).budget();
    String currency = budget == null ? onlyCurrency(tallies) : budget.currency();
    Told told = new Told(history.to(), horizon, coverage(parameters));
    double[] cases = values(tallies, tally -> tally.total(Measure.CASES).n());
    double[] costs =
        currency == null ? new double[0] : values(tallies, tally -> cost(tally, currency));
    return new ForecastView(
        project,
        METHOD,
        history.window().from().toString(),
        history.window().to().toString(),
        told.coverage(),
        told.series(cases, null, value -> Double.toString(Math.round(value * 100) / 100.0)),
        currency == null
            ? new SeriesOfDays(null, "NO_DATA", null, null, null, List.of())
            : told.series(
                costs, currency, value -> Money.rounded(BigDecimal.valueOf(value), currency)),
        budget == null || !budget.period().contains(history.window().to())
            ? null
            : exhaustion(project, budget, costs, told, now));
  }

  private BudgetView exhaustion(
      String project, Budget budget, double[] costs, Told told, Instant now) {
    LocalDate begin = LocalDate.ofInstant(budget.period().from(), ZoneOffset.UTC);
    LocalDate end = LocalDate.ofInstant(budget.period().to(), ZoneOffset.UTC);
    double spent = 0;
    if (begin.isBefore(told.first())) {
      for (Tally day :
          days.byDay(
              project, new Days(begin, told.first()), Set.of(Measure.COST), now, "history")) {
        spent += cost(day, budget.currency());
      }
    }
    double left = budget.amount().doubleValue() - spent;
    long daysLeft = Math.min(LONGEST_HORIZON.toDays(), ChronoUnit.DAYS.between(told.first(), end));
    Forecast.@Nullable Reached reached =
        costs.length < Forecaster.FEWEST_DAYS || daysLeft < 1
            ? null
            : Forecaster.of(costs, (int) daysLeft, told.coverage()).reaches(left);
    return new BudgetView(
        Money.exact(budget.amount(), budget.currency()),
        budget.currency(),
        end.toString(),
        Money.rounded(BigDecimal.valueOf(spent), budget.currency()),
        reached == null ? null : told.day(reached.expected()),
        reached == null ? null : told.day(reached.earliest()),
        reached == null ? null : told.day(reached.latest()),
        reached == null ? "NOT_ENOUGH_HISTORY" : null);
  }

  private static int days(
      String name,
      Parameters parameters,
      Instant at,
      Duration otherwise,
      long least,
      Duration most) {
    String text = parameters.text(name);
    Duration length;
    try {
      length = text == null ? otherwise : WindowLength.parse(text);
    } catch (BadQuery e) {
      throw new BadQuery(name, "'%s' is not a length of time, such as P30D".formatted(text));
    }
    long count = Days.before(at, length, name).count();
    if (count < least || count > most.toDays()) {
      throw new BadQuery(name, "must be from %d to %d days".formatted(least, most.toDays()));
    }
    return (int) count;
  }

  private static double coverage(Parameters parameters) {
    String text = parameters.text("coverage", "0.8");
    double coverage = text.matches("0\\.\\d{1,6}") ? Double.parseDouble(text) : 0;
    if (coverage < 0.5 || coverage > 0.99) {
      throw new BadQuery("coverage", "'%s' is not a number from 0.5 to 0.99".formatted(text));
    }
    return coverage;
  }

  /** From the first day on which anything was counted. */
  private static double[] values(List<Tally> tallies, ToDoubleFunction<Tally> value) {
    double[] all = tallies.stream().mapToDouble(value).toArray();
    int first = 0;
    while (first < all.length && all[first] == 0) {
      first++;
    }
    return Arrays.copyOfRange(all, first, all.length);
  }

  private static double cost(Tally tally, String currency) {
    return tally.details(Measure.COST).entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(currency + "/"))
        .map(entry -> entry.getValue())
        .map(Amount::sum)
        .mapToDouble(BigDecimal::doubleValue)
        .sum();
  }

  /** Null if there is none, or more than one. */
  private static @Nullable String onlyCurrency(List<Tally> tallies) {
    List<String> currencies =
        tallies.stream()
            .flatMap(tally -> tally.details(Measure.COST).keySet().stream())
            .map(detail -> detail.substring(0, detail.indexOf('/')))
            .distinct()
            .toList();
    return currencies.size() == 1 ? currencies.get(0) : null;
  }

  /** How a forecast is told: from its first day on. */
  private record Told(LocalDate first, int horizon, double coverage) {

    SeriesOfDays series(double[] values, @Nullable String currency, DoubleFunction<String> write) {
      if (values.length < Forecaster.FEWEST_DAYS) {
        return new SeriesOfDays(currency, "NOT_ENOUGH_HISTORY", null, null, null, List.of());
      }
      Forecast forecast = Forecaster.of(values, horizon, coverage);
      List<DayView> days = new ArrayList<>();
      for (int day = 0; day < horizon; day++) {
        Forecast.Interval of = forecast.daily().get(day);
        days.add(
            new DayView(
                first.plusDays(day).toString(),
                write.apply(of.value()),
                write.apply(of.low()),
                write.apply(of.high())));
      }
      Forecast.Interval sum = forecast.sums().get(horizon - 1);
      return new SeriesOfDays(
          currency,
          null,
          write.apply(sum.value()),
          write.apply(sum.low()),
          write.apply(sum.high()),
          days);
    }

    /** The day before which the sum is reached; null beyond what was foretold. */
    @Nullable String day(OptionalInt ahead) {
      return ahead.isPresent()
          ? first.plusDays(Math.max(0, ahead.getAsInt() - 1L)).toString()
          : null;
    }
  }

  /** A forecast. */
  @Schema(name = "Forecast")
  record ForecastView(
      String project,
      String method,
      String from,
      String to,
      double coverage,
      SeriesOfDays cases,
      SeriesOfDays cost,
      @Schema(description = "Null without a budget in force") @Nullable BudgetView budget) {}

  /** One series: its sum over the horizon, and each day. */
  @Schema(name = "ForecastSeries")
  record SeriesOfDays(
      @Nullable String currency,
      @Schema(description = "NO_DATA or NOT_ENOUGH_HISTORY (fewer than 56 days)")
          @Nullable String reason,
      @Nullable String total,
      @Nullable String low,
      @Nullable String high,
      List<DayView> days) {}

  /** One day; decimal strings. */
  @Schema(name = "ForecastDay")
  record DayView(String day, String value, String low, String high) {}

  /** When the budget is used up; a day that is null is after the end of the budget. */
  @Schema(name = "ForecastBudget")
  record BudgetView(
      String amount,
      String currency,
      String to,
      @Schema(description = "Until the forecast begins") String spent,
      @Nullable String exhausted,
      @Nullable String earliest,
      @Nullable String latest,
      @Nullable String reason) {}
}
