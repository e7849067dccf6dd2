package dev.supportpulse.metrics.http;

import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.SupportMode;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a plan: what may be known beforehand. Everything may be left out. */
@Schema(name = "PlanQuestion")
record PlanQuestion(
    @Schema(description = "Keep the plan under this name", examples = "more-hybrid")
        @Nullable String name,
    @Schema(description = "Whole days to estimate from; ISO 8601", examples = "P90D")
        @Nullable String window,
    @Schema(description = "The window ends with the day before; RFC 3339. Now, if left out")
        @Nullable String at,
    @Schema(description = "Whole days to plan for; the window, if left out", examples = "P30D")
        @Nullable String period,
    @Schema(description = "ISO 4217; the budget's, if left out") @Nullable String currency,
    @Schema(
            description = "What net satisfaction higher by 1 is worth; decimal string",
            defaultValue = "0")
        @Nullable String satisfactionWorth,
    @Schema(description = "By how much a share may move from today's, 0 to 1", defaultValue = "0.2")
        @Nullable Double mobility,
    @Schema(description = "Hours that staff are there each week", defaultValue = "40")
        @Nullable Double hoursPerWeek,
    @Nullable LimitsBody limits,
    @Nullable TeamBody team,
    @Nullable List<ToolBody> tools,
    @Nullable List<AdjustmentBody> adjustments) {

  /** What the plan must keep; each is the project's own (budget, targets), if left out. */
  @Schema(name = "PlanLimits")
  record LimitsBody(
      @Schema(description = "Decimal string, for the period") @Nullable String budget,
      @Schema(description = "Hours that staff are there; ISO 8601", examples = "PT8H")
          @Nullable String firstResponse,
      @Schema(minimum = "0", maximum = "1") @Nullable Double quality) {}

  /** The people. */
  @Schema(name = "PlanTeam")
  record TeamBody(
      @Schema(defaultValue = "0") @Nullable Integer least,
      @Schema(description = "100, if left out") @Nullable Integer most,
      @Schema(description = "Those needed for today's load, if left out") @Nullable Integer today,
      @Schema(description = "Today's fixed cost over today's hours, if left out")
          @Nullable String hourlyCost,
      @Schema(description = "The mean effort of a case, if left out", examples = "PT45M")
          @Nullable String serviceTime) {}

  /** A tool. */
  @Schema(name = "PlanTool")
  record ToolBody(
      @Nullable String name,
      @Schema(description = "Decimal string, for the period") @Nullable String cost,
      @Schema(defaultValue = "false") @Nullable Boolean onToday,
      @Nullable List<EffectBody> effects) {}

  /** What a tool changes of each case within its reach. */
  @Schema(name = "PlanEffect")
  record EffectBody(
      @Schema(description = "All, if left out") @Nullable Set<NeedCategory> categories,
      @Schema(description = "All, if left out") @Nullable Set<SupportMode> modes,
      @Schema(description = "Decimal string; negative saves") @Nullable String cost,
      @Schema(description = "Minutes of work; negative saves") @Nullable Double minutes,
      @Nullable Double satisfaction,
      @Nullable Double quality) {}

  /** What is known better, or tried, of the needs and ways that match; left out matches all. */
  @Schema(name = "PlanAdjustment")
  record AdjustmentBody(
      @Nullable NeedCategory category,
      @Nullable String tier,
      @Nullable SupportMode mode,
      @Schema(description = "Times as many cases; not with a mode") @Nullable Double volume,
      @Schema(description = "Times the income per case") @Nullable Double price,
      @Schema(description = "Per case; decimal string") @Nullable String income,
      @Schema(description = "Per case; decimal string") @Nullable String cost,
      @Schema(description = "Minutes of work per case") @Nullable Double minutes,
      @Nullable Double satisfaction,
      @Nullable Double quality,
      @Schema(description = "Least share") @Nullable Double least,
      @Schema(description = "Most share; 0 does without the mode") @Nullable Double most) {}
}
