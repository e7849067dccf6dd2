package dev.supportpulse.metrics.economics.estimate;

import dev.supportpulse.metrics.economics.plan.Limits;
import dev.supportpulse.metrics.economics.plan.Tool;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the counts can't tell, and what the asker knows better.
 *
 * @param currency of every amount; what was booked in another isn't used
 * @param periods how many windows long the planned period is, greater than 0
 * @param hours that staff are there in the planned period, greater than 0
 * @param mobility by how much the plan may move a share from today's, in [0, 1]
 * @param satisfactionWorth λ, in currency
 * @param overrides applied one after the other
 */
public record Assumptions(
    String currency,
    double periods,
    double hours,
    double mobility,
    double satisfactionWorth,
    Limits limits,
    Staffing staffing,
    List<Tool> tools,
    List<Adjustment> overrides) {

  public Assumptions {
    tools = List.copyOf(tools);
    overrides = List.copyOf(overrides);
  }

  /**
   * The team.
   *
   * @param serviceHours null for the mean effort of the cases that were resolved
   * @param hourlyCost null if all fixed cost is that of today's staff
   * @param today null for the fewest who keep the promise at today's load
   */
  public record Staffing(
      @Nullable Double serviceHours,
      @Nullable Double hourlyCost,
      int least,
      int most,
      @Nullable Integer today) {}
}
