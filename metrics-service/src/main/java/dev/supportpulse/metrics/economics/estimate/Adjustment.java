package dev.supportpulse.metrics.economics.estimate;

import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.SupportMode;
import dev.supportpulse.metrics.economics.plan.BadModel;
import dev.supportpulse.metrics.economics.plan.Demand;
import dev.supportpulse.metrics.economics.plan.Way;
import org.jspecify.annotations.Nullable;

/**
 * What the asker knows better, or wants to try, of some ways of support: those of that category,
 * tier and mode, each null for all. A figure that is null stays as it was estimated.
 *
 * @param volume times as many cases, from 0 to 1,000; applies to a need as a whole, so without a
 *     mode
 * @param price times the income per case, at least 0
 */
public record Adjustment(
    @Nullable NeedCategory category,
    @Nullable String tier,
    @Nullable SupportMode mode,
    @Nullable Double volume,
    @Nullable Double price,
    @Nullable Double income,
    @Nullable Double cost,
    @Nullable Double staffHours,
    @Nullable Double satisfaction,
    @Nullable Double quality,
    @Nullable Double least,
    @Nullable Double most) {

  private static final double MOST_VOLUME = 1000;

  public Adjustment {
    BadModel.check(volume == null || mode == null, "volume", "left out, or the mode is");
    BadModel.within("volume", or(volume, 1), 0, MOST_VOLUME);
    BadModel.atLeast("price", or(price, 1), 0);
  }

  /** Whether it says anything of that need. */
  boolean matches(Demand demand) {
    return concerns(demand)
        && (mode == null || demand.ways().stream().anyMatch(way -> way.mode() == mode));
  }

  private boolean concerns(Demand demand) {
    return (category == null || category == demand.category())
        && (tier == null || tier.equals(demand.tier()));
  }

  Demand applied(Demand demand) {
    if (!concerns(demand)) {
      return demand;
    }
    return new Demand(
        demand.category(),
        demand.tier(),
        demand.cases() * or(volume, 1),
        demand.ways().stream().map(this::applied).toList());
  }

  private Way applied(Way way) {
    if (mode != null && mode != way.mode()) {
      return way;
    }
    return new Way(
        way.mode(),
        way.shareToday(),
        or(least, way.least()),
        or(most, way.most()),
        or(income, way.income()) * or(price, 1),
        or(cost, way.cost()),
        or(staffHours, way.staffHours()),
        or(satisfaction, way.satisfaction()),
        or(quality, way.quality()));
  }

  private static double or(@Nullable Double value, double otherwise) {
    return value == null ? otherwise : value;
  }
}
