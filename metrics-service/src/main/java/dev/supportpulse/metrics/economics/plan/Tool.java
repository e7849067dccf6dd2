package dev.supportpulse.metrics.economics.plan;

import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.SupportMode;
import java.util.List;
import java.util.Set;

/**
 * A support tool that is on or off for the whole period.
 *
 * @param cost of having it, in currency for the period
 * @param onToday whether it is on today
 * @param effects what it changes
 */
public record Tool(String name, double cost, boolean onToday, List<Effect> effects) {

  public Tool {
    effects = List.copyOf(effects);
    BadModel.check(!name.isBlank(), "name", "not blank");
    BadModel.finite("cost", cost);
  }

  /**
   * What a tool changes of each case within its reach while it is on, against the figures of the
   * {@link Way}, which are those without any tool. Effects of several tools add up.
   *
   * @param categories those within reach; empty for all, also for cases without a category
   * @param modes those within reach; empty for all
   * @param cost more cost per case, in currency; negative saves
   * @param staffHours more hours of work per case; negative saves
   * @param satisfaction more net satisfaction
   * @param quality more of the cases solved
   */
  public record Effect(
      Set<NeedCategory> categories,
      Set<SupportMode> modes,
      double cost,
      double staffHours,
      double satisfaction,
      double quality) {

    public Effect {
      categories = Set.copyOf(categories);
      modes = Set.copyOf(modes);
      BadModel.finite("cost", cost);
      BadModel.finite("staffHours", staffHours);
      BadModel.within("satisfaction", satisfaction, -2, 2);
      BadModel.within("quality", quality, -1, 1);
    }

    boolean reaches(Demand demand, SupportMode mode) {
      return (modes.isEmpty() || modes.contains(mode))
          && (categories.isEmpty()
              || (demand.category() != null && categories.contains(demand.category())));
    }
  }
}
