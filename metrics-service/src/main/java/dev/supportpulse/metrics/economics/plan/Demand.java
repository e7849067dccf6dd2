package dev.supportpulse.metrics.economics.plan;

import dev.supportpulse.events.NeedCategory;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cases of one need category and customer tier in the period, and the ways to support them.
 *
 * @param category null for cases without one
 * @param tier null for cases without one
 * @param cases how many are expected in the period, at least 0
 * @param ways at most one per mode; today's shares sum to 1
 */
public record Demand(
    @Nullable NeedCategory category, @Nullable String tier, double cases, List<Way> ways) {

  private static final double ROUNDING = 1e-6;

  public Demand {
    ways = List.copyOf(ways);
    BadModel.atLeast("cases", cases, 0);
    Set<Enum<?>> modes = Set.copyOf(ways.stream().map(Way::mode).toList());
    BadModel.check(modes.size() == ways.size(), "ways", "each mode once");
    BadModel.check(
        Math.abs(ways.stream().mapToDouble(Way::shareToday).sum() - 1) <= ROUNDING,
        "shareToday",
        "the shares of a need sum to 1");
    BadModel.check(
        ways.stream().mapToDouble(Way::least).sum() <= 1 + ROUNDING
            && ways.stream().mapToDouble(Way::most).sum() >= 1 - ROUNDING,
        "most",
        "the least shares of a need sum to at most 1, the most to at least 1");
  }
}
