package dev.supportpulse.metrics.economics.plan;

import java.util.List;

/**
 * A choice: every decision of a plan, in the order of the model.
 *
 * @param shares by demand and way, in [0, 1]; those of a demand sum to 1
 * @param toolsOn by tool
 * @param staff people at a time, by team
 */
public record Mix(List<List<Double>> shares, List<Boolean> toolsOn, List<Integer> staff) {

  public Mix {
    shares = shares.stream().map(List::copyOf).toList();
    toolsOn = List.copyOf(toolsOn);
    staff = List.copyOf(staff);
  }

  /** What is done today. */
  public static Mix today(SupportModel model) {
    List<List<Double>> shares =
        model.demands().stream()
            .map(demand -> demand.ways().stream().map(Way::shareToday).toList())
            .toList();
    List<Boolean> toolsOn = model.tools().stream().map(Tool::onToday).toList();
    List<Integer> staff =
        model.teams().stream()
            .map(team -> staffToday(model, team, Workload.of(model, shares, toolsOn, team)))
            .toList();
    return new Mix(shares, toolsOn, staff);
  }

  private static int staffToday(SupportModel model, Team team, double load) {
    Integer today = team.today();
    if (today != null) {
      return today;
    }
    Double wait = model.limits().firstResponse();
    int fewest =
        wait == null ? (int) Math.ceil(load) : ErlangC.fewestStaff(load, team.serviceHours(), wait);
    return Math.max(team.least(), load == 0 ? 0 : fewest);
  }
}
