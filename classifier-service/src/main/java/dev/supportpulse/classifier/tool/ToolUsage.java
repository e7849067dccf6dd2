package dev.supportpulse.classifier.tool;

import java.util.List;
import java.util.Map;

/**
 * What happened with tools in a window.
 *
 * @param consumed by id of the tool
 */
public record ToolUsage(List<ToolTally> tallies, Map<String, CostModel.Consumption> consumed) {

  public ToolUsage {
    tallies = List.copyOf(tallies);
    consumed = Map.copyOf(consumed);
  }
}
